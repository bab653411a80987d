// Makes a C++ source of what a page of results carries: its script, its style sheet, and the
// digests by which its policy knows them.
//
//   node bundle.mjs FOLDER     writes FOLDER/page_assets.cpp, installing what it needs beside it
//
// Several builds share the folder. Nothing is done where the source already is that of these files.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2]);
const output = join(folder, 'page_assets.cpp');
const needed = ['package.json', 'package-lock.json', '.npmrc'];
const sources = [...needed, 'bundle.mjs', 'page.js', 'page.css'];

const sha256 = (text, as) => createHash('sha256').update(text).digest(as);
const digest = sha256(
  sources.map((name) => sha256(readFileSync(join(here, name)), 'hex')).join('\n'), 'hex');
const mark = `// Of sources ${digest}\n`;

if (existsSync(output) && readFileSync(output, 'utf8').startsWith(mark)) process.exit(0);

mkdirSync(folder, {recursive: true});
const lock = sha256(readFileSync(join(here, 'package-lock.json')), 'hex');
const installed = join(folder, 'installed');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  for (const name of needed) copyFileSync(join(here, name), join(folder, name));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--loglevel=error'],
    {cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32'});
  writeFileSync(installed, lock);
}

const esbuild = createRequire(join(folder, 'package.json'))('esbuild');
const bundled = (name, loader) =>
  esbuild.buildSync({
    entryPoints: [join(here, name)],
    nodePaths: [join(folder, 'node_modules')],
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'iife',
    legalComments: 'eof',
    loader,
    target: ['chrome109', 'firefox115', 'safari16'],
    write: false,
    logLevel: 'warning',
  }).outputFiles[0].text;

// What would end a script or a style sheet early, or hide its end, must not stand in it.
function inlinable(name, text) {
  for (const sign of ['</script', '</style', '<!--']) {
    if (text.toLowerCase().includes(sign)) throw new Error(`${name} holds ${sign}`);
  }
  if (!/^[\t\n\x20-\x7e]*$/.test(text)) throw new Error(`${name} holds more than ASCII`);
  return text;
}

// Compilers limit the length of a string, not that of a list of strings.
function pieces(name, text) {
  const length = 8192;
  const lines = [];
  for (let at = 0; at < text.length; at += length) {
    const piece = text.slice(at, at + length)
      .replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('?', '\\?')
      .replaceAll('\n', '\\n').replaceAll('\t', '\\t');
    lines.push(`    "${piece}"sv,`);
  }
  return `constexpr std::array<std::string_view, ${lines.length}> ${name}{{\n${lines.join('\n')}\n}};\n`;
}

const script = inlinable('the script', bundled('page.js', {}));
const style = inlinable('the style sheet', bundled('page.css', {'.css': 'css'}));
const written = `${mark}#include "report/html/page_assets.hpp"

#include <array>

namespace ficap::report::html {

namespace {

using namespace std::string_view_literals;

${pieces('script', script)}
${pieces('style', style)}
std::string joined(const std::string_view* first, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += first[i];
  return text;
}

}  // namespace

std::string page_script() { return joined(script.data(), script.size()); }
std::string page_style() { return joined(style.data(), style.size()); }
std::string_view script_sha256() noexcept { return "${sha256(script, 'base64')}"; }
std::string_view style_sha256() noexcept { return "${sha256(style, 'base64')}"; }

}  // namespace ficap::report::html
`;
const half_written = `${output}.${process.pid}`;
writeFileSync(half_written, written);
renameSync(half_written, output);
