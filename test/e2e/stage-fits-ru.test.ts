import { testStage } from '../renderer/stage-tests.ts'

testStage('ru')
