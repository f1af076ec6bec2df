/** Loaded before everything else (`node --import`), since the room for new objects grows while modules load. */
import { keepPausesSmall } from '../../electron/small-pauses.ts'

keepPausesSmall()
