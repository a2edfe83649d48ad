import * as fc from 'fast-check';
import { createTaxonomy } from './taxonomy.js';

const taxonomy = createTaxonomy();

describe('resolving a text', () => {
  it.each([
    ['javascript', ['js', 'JavaScript', 'ECMAScript', 'Java Script', ' JS ', 'ｊｓ']],
    ['csharp', ['c#', 'C#', 'c-sharp', 'csharp', 'C Sharp']],
    ['dotnet', ['.net', '.NET', 'dotnet', '.NET Core', '.netcore', 'dotnet core']],
    ['aspnet', ['asp.net', 'ASP.NET Core', 'aspnet']],
    ['go', ['go', 'Golang', 'go-lang']],
    ['nodejs', ['node', 'nodejs', 'Node.js', 'node js']],
    ['kubernetes', ['k8s', 'Kubernetes']],
    ['c', ['c', 'C']],
    ['cpp', ['c++', 'C++', 'cplusplus']],
    ['objective-c', ['objc', 'Objective-C', 'obj-c']],
    ['rails', ['ruby on rails', 'ROR', 'rails']],
    ['python', ['Python programming', 'python developer']],
    ['api-design', ['API', 'APIs']],
    ['cv-writing', ['résumé', 'Resume', 'CV']],
    ['ci-cd', ['CI/CD', 'ci', 'continuous integration']],
  ])('finds %s', (id, texts) => {
    expect(texts.map((text) => taxonomy.resolve(text))).toEqual(texts.map(() => id));
  });

  it('keeps skills apart that differ by a sign alone', () => {
    const ids = ['c', 'c++', 'c#', 'objective-c', '.net', 'asp.net', 'f#', 'r'].map((text) =>
      taxonomy.resolve(text),
    );
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', '   ', '???', '#', 'quidditch', 'java beans of colombia'])(
    'does not guess at "%s"',
    (text) => {
      expect(taxonomy.resolve(text)).toBeNull();
    },
  );

  it('never throws and never invents an id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const id = taxonomy.resolve(text);
        expect(id === null || taxonomy.get(id)?.id === id).toBe(true);
      }),
    );
  });

  it('takes apart what names several', () => {
    expect(taxonomy.resolveAll('HTML/CSS')).toEqual(['html', 'css']);
    expect(taxonomy.resolveAll('mean stack, pwa')).toEqual(['mean', 'pwa']);
    expect(taxonomy.resolveAll('ux/ui')).toEqual(['ux-ui']);
    expect(taxonomy.resolveAll('quidditch and chess')).toEqual([]);
  });
});

describe('suggesting', () => {
  const first = (text: string): string | undefined => taxonomy.suggest(text, 1)[0]?.skill.id;

  it('completes a beginning and forgives typing errors', () => {
    expect(first('kuberntes')).toBe('kubernetes');
    expect(taxonomy.suggest('jva', 5).map(({ skill }) => skill.id)).toContain('java');
    expect(first('javasript')).toBe('javascript');
    expect(first('negotation')).toBe('negotiation');
    expect(taxonomy.suggest('type', 5).map(({ skill }) => skill.id)).toContain('typescript');
  });

  it('says what matched and how many errors there were, one row for each skill', () => {
    expect(taxonomy.suggest('postgrse', 1)).toMatchObject([{ matched: 'postgre', distance: 1 }]);
    const ids = taxonomy.suggest('react', 10).map(({ skill }) => skill.id);
    expect(ids[0]).toBe('react');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has nothing to say to nonsense', () => {
    expect(taxonomy.suggest('zzzqqqxxx', 5)).toEqual([]);
    expect(taxonomy.suggest('', 5)).toEqual([]);
  });
});

describe('searching', () => {
  it('lists by name without a query, and finds names, aliases and categories', () => {
    expect(taxonomy.search('', 3)).toHaveLength(3);
    expect(taxonomy.search('k8s', 3)[0]?.id).toBe('kubernetes');
    expect(taxonomy.search('health and care', 50).length).toBeGreaterThan(10);
    expect(taxonomy.search('qzqzqz', 3)).toEqual([]);
  });
});

describe('relatedness', () => {
  it('is full with itself, partial with relatives, none with strangers, and the same both ways', () => {
    expect(taxonomy.relatedness('react', 'react')).toBe(1000);
    expect(taxonomy.relatedness('react', 'redux')).toBe(750);
    expect(taxonomy.relatedness('redux', 'react')).toBe(750);
    expect(taxonomy.relatedness('react', 'nursing')).toBe(0);
    expect(taxonomy.relatedness('unknown', 'react')).toBe(0);
  });

  it('lists neighbours strongest first', () => {
    const strengths = taxonomy.neighbours('react').map(({ permille }) => permille);
    expect(strengths.length).toBeGreaterThan(5);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(taxonomy.neighbours('unknown')).toEqual([]);
  });
});

describe("a program's own skills", () => {
  const own = createTaxonomy([
    { id: 'own-1', name: 'Beekeeping' },
    { id: 'own-2', name: 'Apiculture', mergedInto: 'own-1' },
    { id: 'own-3', name: 'JS wizardry', mergedInto: 'javascript' },
    { id: 'own-4', name: 'Golang' },
    { id: 'own-5', name: 'Loop one', mergedInto: 'own-6' },
    { id: 'own-6', name: 'Loop two', mergedInto: 'own-5' },
    { id: 'own-7', name: 'Lost', mergedInto: 'nowhere' },
  ]);

  it('are found by id and by name', () => {
    expect(own.resolve('beekeeping')).toBe('own-1');
    expect(own.get('own-1')).toMatchObject({ name: 'Beekeeping', related: [] });
    expect(own.suggest('beekeping', 1)[0]?.skill.id).toBe('own-1');
    expect(own.rarity('own-1')).toBe(1000);
  });

  it('stand for their target once merged, also within a list of theirs', () => {
    expect(own.resolve('apiculture')).toBe('own-1');
    expect(own.resolve('own-2')).toBe('own-1');
    expect(own.relatedness('own-2', 'own-1')).toBe(1000);
    expect(own.resolve('js wizardry')).toBe('javascript');
    expect(own.get('own-3')?.name).toBe('JavaScript');
    expect(own.relatedness('own-3', 'typescript')).toBe(own.relatedness('javascript', 'typescript'));
    expect(own.rarity('own-3')).toBe(own.rarity('javascript'));
  });

  it('stand for the built-in skill that has their name', () => {
    expect(own.get('own-4')?.id).toBe('go');
  });

  it('stand for themselves when a merge leads nowhere', () => {
    expect(own.get('own-5')?.id).toBe('own-5');
    expect(own.get('own-6')?.id).toBe('own-6');
    expect(own.get('own-7')?.id).toBe('own-7');
  });

  it('never change what the built-in list says', () => {
    const hostile = createTaxonomy([{ id: 'react', name: 'Reaction', mergedInto: 'nursing' }]);
    expect(hostile.resolve('react')).toBe('react');
    expect(hostile.get('react')?.name).toBe('React');
  });
});
