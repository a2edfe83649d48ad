import 'reflect-metadata';

/** What a variable of the environment means; `docs/operations.md` and `.env.example` are checked against it. */
export interface VariableSpec {
  /** Name in the environment. */
  readonly name: string;
  /** One sentence for the operator. */
  readonly about: string;
  /** Text used when the variable is not set; without it the variable is required, unless `optional`. */
  readonly fallback?: string;
  /** May be missing: the property is then null. */
  readonly optional?: boolean;
  /** Its value must never be printed. */
  readonly secret?: boolean;
}

/** A class whose properties are variables. */
export type ConfigClass<T extends object = object> = new () => T;

const specs = new WeakMap<object, Map<string, VariableSpec>>();

/** Binds a property of a configuration class to a variable of the environment. */
export function Variable(spec: VariableSpec): PropertyDecorator {
  return (target, property) => {
    const known = specs.get(target) ?? new Map<string, VariableSpec>();
    known.set(String(property), spec);
    specs.set(target, known);
  };
}

/** The variables of a configuration class, by property. */
export function variablesOf(type: ConfigClass): ReadonlyMap<string, VariableSpec> {
  return specs.get(type.prototype as object) ?? new Map<string, VariableSpec>();
}

/** The declared type of a property: `Number`, `Boolean`, `String` or another constructor. */
export function typeOf(type: ConfigClass, property: string): unknown {
  return Reflect.getMetadata('design:type', type.prototype as object, property);
}
