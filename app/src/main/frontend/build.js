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
    modeler: 'src/islands/modeler.js',
    'bpmn-styles': 'src/islands/bpmn.css',
    'modeler-styles': 'src/islands/modeler.css',
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome123', 'firefox128', 'safari17.5'],
  legalComments: 'linked',
  loader: { '.svg': 'dataurl', '.woff2': 'file' },
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

/** The font of what is printed as PDF, under the SIL Open Font License. */
async function print() {
  const font = path.join(here, 'node_modules/@expo-google-fonts/noto-sans-sc');
  const fonts = path.resolve(out, '../../font');
  await mkdir(fonts, { recursive: true });
  await cp(path.join(font, '400Regular/NotoSansSC_400Regular.ttf'), path.join(fonts, 'NotoSansSC-Regular.ttf'));
  await cp(path.join(font, 'LICENSE_FONT'), path.join(fonts, 'LICENSE'));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await cp(path.join(here, 'static'), out, { recursive: true });
await writeFile(path.join(out, 'icons.svg'), await sprite());
await print();
if (process.argv.includes('--watch')) {
  await (await context(options)).watch();
} else {
  await build(options);
}
