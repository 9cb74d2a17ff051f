// Builds what the browser loads: one style sheet, one script, the islands and the icon sprite.
import { build, context } from 'esbuild';
import { compile } from 'sass';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, process.env.ZHANGFA_ASSETS ?? '../../../target/classes/static/assets');

const scss = {
  name: 'scss',
  setup: (bundler) =>
    bundler.onLoad({ filter: /\.scss$/ }, ({ path: file }) => ({
      contents: compile(file, { loadPaths: [path.join(here, 'node_modules')], quietDeps: true }).css,
      loader: 'css',
    })),
};

const options = {
  absWorkingDir: here,
  entryPoints: {
    zhangfa: 'src/zhangfa.js',
    theme: 'src/theme.js',
    bpmn: 'src/islands/bpmn.js',
    'zhangfa-styles': 'src/zhangfa.css',
    'bpmn-styles': 'src/islands/bpmn.css',
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome123', 'firefox128', 'safari17.5'],
  legalComments: 'linked',
  loader: { '.svg': 'dataurl' },
  plugins: [scss],
  logLevel: 'warning',
};

/** The icons that icons.txt names, "name" or "our-name = tabler's name", as one file of symbols. */
async function sprite() {
  const names = (await readFile(path.join(here, 'icons.txt'), 'utf8')).split('\n').filter(Boolean);
  const symbols = await Promise.all(names.map(symbol));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

async function symbol(line) {
  const [name, drawing = name] = line.split(' = ');
  const file = path.join(here, 'node_modules/@tabler/icons/icons/outline', `${drawing}.svg`);
  const shapes = (await readFile(file, 'utf8'))
    .replace(/^[\s\S]*?<svg[\s\S]*?>|<\/svg>[\s\S]*$/g, '')
    .replace(/<path stroke="none"[^>]*>/, '')
    .replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(path.join(here, 'static'), out, { recursive: true });
await writeFile(path.join(out, 'icons.svg'), await sprite());
if (process.argv.includes('--watch')) {
  await (await context(options)).watch();
} else {
  await build(options);
}
