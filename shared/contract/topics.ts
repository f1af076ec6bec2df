/** What lists are about; `cards`: what products are known by; `setup`: packers, settings, and what was learned of products, points and carriers. */
export const LIST_TOPICS = ['orders', 'supplies', 'queue', 'jobs', 'history', 'setup', 'completed', 'cards'] as const
export type ListTopic = (typeof LIST_TOPICS)[number]
