import { createFakeStation } from './fake-station.ts'

/** What the gallery serves as `station.js`: the scene and the settings come from the address. */
const query = new URLSearchParams(location.search)
const station = createFakeStation(query.get('scene') ?? '', JSON.parse(query.get('settings') ?? '{}'))
Object.assign(window, { station })
