export const PAGE = '<!doctype html>'
