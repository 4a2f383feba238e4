// @ts-check
// Pages with a quiz.
import { start } from './component.mjs';
import { Quiz } from './quiz/quiz.mjs';

start('quiz', Quiz);
