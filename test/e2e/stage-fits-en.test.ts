import { testStage } from '../renderer/stage-tests.ts'

testStage('en')
