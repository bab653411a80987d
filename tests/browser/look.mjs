// Opens pages in a browser, from their files, and says what is wrong with them.
//
//   node look.mjs FOLDER_OF_MODULES [--pictures FOLDER] PAGE...
//
// Of each page: nothing is fetched, no policy is broken, nothing is said on the console, every chart
// is drawn, axe-core finds nothing serious in light and dark, wide and narrow, the page itself does not
// move sideways at 320 px, and every sheet of the printed page has the marking at top and bottom.
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [modules, ...rest] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'package.json'));
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let pictures = '';
if (rest[0] === '--pictures') {
  pictures = resolve(rest[1]);
  mkdirSync(pictures, {recursive: true});
  rest.splice(0, 2);
}

const problems = [];
let checks = 0;
function check(holds, words) {
  ++checks;
  if (!holds) problems.push(words);
}

async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const name = `${basename(file)} (${options.colorScheme}, ${options.viewport.width} px)`;
  const address = pathToFileURL(resolve(file)).href;
  page.on('console', (message) => check(false, `${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => check(false, `${name}: error: ${error.message}`));
  page.on('request', (request) => check(
    request.url() === address, `${name}: asks for ${request.url().slice(0, 80)}`));
  await page.addInitScript(() => {
    window.broken_policies = [];
    addEventListener('securitypolicyviolation', (event) =>
      window.broken_policies.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
  });
  await page.goto(address);
  await page.waitForSelector('html[data-ready=yes]', {timeout: 20000, state: 'attached'});
  return {context, page, name};
}

async function look(browser, file, colorScheme, width) {
  const {context, page, name} = await opened(browser, file, {colorScheme, viewport: {width, height: 900}});
  const seen = await page.evaluate(() => ({
    policies: window.broken_policies,
    due: document.querySelectorAll('script[data-chart]').length,
    drawn: [...document.querySelectorAll('[data-drawing=done]')].filter(
      (drawing) => drawing.querySelector('.on-screen svg path')).length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName),
    alike: [...document.querySelectorAll('[id]')].length -
      new Set([...document.querySelectorAll('[id]')].map((element) => element.id)).size,
  }));
  check(seen.policies.length === 0, `${name}: breaks its policy: ${seen.policies.join('; ')}`);
  check(seen.drawn === seen.due, `${name}: ${seen.drawn} of ${seen.due} charts are drawn`);
  check(seen.sideways <= 0, `${name}: moves sideways by ${seen.sideways} px`);
  check(seen.language === 'en-GB', `${name}: is in no stated language`);
  check(seen.headings.filter((tag) => tag === 'H1').length === 1, `${name}: has not one first heading`);
  check(seen.alike === 0, `${name}: ${seen.alike} ids stand twice`);
  if (pictures) {
    const picture = join(pictures, `${basename(file, '.html')}-${colorScheme}-${width}.png`);
    await page.screenshot({path: picture, fullPage: true});
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach((closed) => { closed.open = true; }));
  // The page's policy lets no script of ours in; axe comes through the debugger.
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
  for (const violation of found.violations) {
    const places = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ');
    check(!['serious', 'critical'].includes(violation.impact),
      `${name}: axe: ${violation.id} (${violation.impact}): ${violation.help}: ${places}: ${violation.nodes[0].failureSummary}`);
  }
  const overflown = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(overflown <= 0, `${name}: moves sideways by ${overflown} px when all is open`);
  await context.close();
}

async function print(browser, file) {
  const {context, page, name} = await opened(browser, file, {colorScheme: 'dark', viewport: {width: 1280, height: 900}});
  const marking = await page.textContent('.marking');
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  const paper = pictures ? join(pictures, `${basename(file, '.html')}.pdf`) : join(folder, 'page.pdf');
  await page.pdf({path: paper, preferCSSPageSize: true, printBackground: false, tagged: true});
  const sheets = execFileSync('pdftotext', ['-layout', paper, '-'], {encoding: 'utf8'}).split('\f');
  sheets.pop();
  check(sheets.length > 0, `${name}: prints nothing`);
  sheets.forEach((sheet, i) => {
    const lines = sheet.split('\n').filter((line) => line.trim() !== '');
    check(lines[0]?.trim() === marking, `${name}: sheet ${i + 1} does not begin with ${marking}: ${lines[0]}`);
    check(lines.at(-1)?.trim() === marking, `${name}: sheet ${i + 1} does not end with ${marking}: ${lines.at(-1)}`);
  });
  rmSync(folder, {recursive: true});
  await context.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const file of rest) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [1280, 320]) await look(browser, file, scheme, width);
  }
  await print(browser, file);
}
await browser.close();

for (const problem of problems) console.log(problem);
console.log(`browser: ${rest.length} pages, ${checks} checks, ${problems.length} problems`);
process.exit(problems.length === 0 && checks > 0 ? 0 : 1);
