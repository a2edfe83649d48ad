// Compiles the AssemblyScript below libs/*/assembly to WebAssembly, kept as text that any bundler and test runner can import.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const FLAGS = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert', '--importMemory'];

/** @returns the TypeScript file of each module by its path below `root` */
export async function compileAssembly(root) {
  const made = {};
  for (const lib of readdirSync(join(root, 'libs')).sort()) {
    const folder = join('libs', lib, 'assembly');
    if (!existsSync(join(root, folder))) continue;
    for (const file of readdirSync(join(root, folder)).sort()) {
      const name = file.replace(/\.ts$/, '');
      made[join('libs', lib, 'src', 'generated', `${name}.ts`)] = moduleText(
        `${folder}/${file}`,
        await compile(readFileSync(join(root, folder, file), 'utf8')),
      );
    }
  }
  return made;
}

async function compile(source) {
  let binary;
  const { error, stderr } = await asc.main(['module.ts', '--outFile', 'module.wasm', ...FLAGS], {
    readFile: (name) => (name === 'module.ts' ? source : null),
    writeFile: (_, content) => (binary = content),
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return binary;
}

function moduleText(source, binary) {
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,96}/g);
  return [
    `// Made of ${source} by \`npm run generate\`.`,
    '',
    '/** A WebAssembly module as base64. */',
    'export const CODE =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}
