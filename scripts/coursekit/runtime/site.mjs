// @ts-check
// Every page.
import { start } from './component.mjs';
import { Menu } from './menu/menu.mjs';
import { Palette } from './palette/palette.mjs';
import { Search } from './search/search.mjs';
import { Tables } from './table/table.mjs';
import { Terms } from './term/term.mjs';
import { Toc } from './toc/toc.mjs';

start('menu', Menu);
start('palette', Palette);
start('search', Search);
start('toc', Toc);
start('article', Tables);
start('article', Terms);
