/** The page calls the station over this; the preload may import types alone, so the names are types. */
export type CallChannel = 'station'
/** The station announces over this. */
export type EventChannel = 'station-event'
