// @ts-check
// Runs before the page is drawn: no flash of the wrong colours, room kept for the header's buttons.
import { applyScheme, chosenScheme } from './palette/scheme.mjs';

document.documentElement.classList.add('js');
applyScheme(chosenScheme());
