import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditActions } from '#programs';

const libs = join(import.meta.dirname, '../../libs');

/** Sources of the features but the list itself. */
function sources(): string[] {
  return readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('audit-actions.ts'),
    )
    .map((file) => readFileSync(join(libs, file), 'utf8'));
}

describe('what is written down', () => {
  it('has no code that nobody uses', () => {
    const all = sources();
    const unused = auditActions.filter((action) => !all.some((text) => text.includes(`'${action}'`)));
    expect(unused).toEqual([]);
  });
});
