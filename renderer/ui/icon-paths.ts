/** Outlines on a 24 × 24 field, drawn with a 2-unit round stroke. */
export const ICON_PATHS = {
  pack: 'M4 8l8-4 8 4v9l-8 4-8-4V8zm0 0l8 4 8-4m-8 4v9',
  orders: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  supplies: 'M3 7h18v4H3zM5 11v9h14v-9M9 15h6',
  handover: 'M12 4a3 3 0 1 0 .01 0M4 20v-2a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5v2M9 17h6v4H9z',
  passes: 'M4 6h16v12H4zM8 10h4v4H8zM15 10h2M15 14h2',
  courier: 'M3 6h11v10H3zm11 4h4l3 3v3h-7M7 19a1.5 1.5 0 1 0 .01 0M17 19a1.5 1.5 0 1 0 .01 0',
  queue: 'M4 12h10m-4-5 5 5-5 5M19 5v14',
  problems: 'M12 4l9 16H3L12 4zm0 6v5m0 2.6v.4',
  history: 'M12 7v5l3 3M4.5 9A8 8 0 1 1 4 12.5M4 4v5h5',
  devices: 'M6 8V3h9v5M6 16H3V8h15v4M6 13h6v8H6zM15 16h7v5h-7zM18.5 18.5h.01',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
  online: 'M5 12.5a10 10 0 0 1 14 0M8 15.5a6 6 0 0 1 8 0M12 19h.01M2 9.5a14 14 0 0 1 20 0',
  offline:
    'M3 3l18 18M8 15.5a6 6 0 0 1 8 0M12 19h.01M5 12.5a10 10 0 0 1 4-2.4M2 9.5A14 14 0 0 1 6 6.8m5-1a14 14 0 0 1 11 3.7',
  blocked: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  scanner: 'M4 8V5h3m10 0h3v3M4 16v3h3m10 0h3v-3M7 9v6m3-6v6m4-6v6m3-6v6',
  pin: 'M9 3h6l-1 7 4 4H6l4-4-1-7zM12 14v7',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  now: 'M8 5l9 7-9 7V5z',
  next: 'M12 6a6 6 0 1 0 .01 0',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3 2',
  comment: 'M4 5h16v11H9l-5 4V5z',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M17 10h.01M8 14h8',
  practice: 'M9 3h6M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M7.5 15h9',
  close: 'M6 6l12 12M18 6L6 18',
  person: 'M12 4a4 4 0 1 0 .01 0M4 20c1-4 4-6 8-6s7 2 8 6',
  sum: 'M5 12.5l4.5 4.5L19 7.5',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  reprint: 'M20 11a8 8 0 1 0-2 6m2-12v6h-6',
  skip: 'M5 5l8 7-8 7V5zm10 0v14',
  shelf: 'M3 6h18M3 13h18M3 20h18M5 6V3m14 3V3M8 13V9h5v4m2 7v-4h4v4',
  delivered: 'M3 6h11v10H3zm11 4h4l3 3v3h-7M7 19a1.5 1.5 0 1 0 .01 0M17 19a1.5 1.5 0 1 0 .01 0'
} as const

export type IconName = keyof typeof ICON_PATHS
