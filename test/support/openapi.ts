import type { TestApi } from './api-app.js';

/** A JSON Schema as our OpenAPI document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly nullable?: boolean;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** One operation of the API as it describes itself. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By content type. */
  readonly bodies: Readonly<Record<string, Schema>>;
  /** Whether its answer stays open while something is under way. */
  readonly streams: boolean;
}

interface Described {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<Operation['method'], Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What the running API says of itself at /openapi.json. */
export class ApiDescription {
  private constructor(private readonly document: Document) {}

  static async read(api: TestApi): Promise<ApiDescription> {
    const { body } = await api.http.get('/openapi.json').expect(200);
    return new ApiDescription(body as Document);
  }

  /** All operations, in the order of the document. */
  get operations(): readonly Operation[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({
        id: described.operationId ?? `${method} ${path}`,
        method: method as Operation['method'],
        path,
        parameters: described.parameters ?? [],
        bodies: Object.fromEntries(
          Object.entries(described.requestBody?.content ?? {}).map(([type, { schema }]) => [type, schema]),
        ),
        streams: 'text/event-stream' in (described.responses?.['200']?.content ?? {}),
      })),
    );
  }

  /** The schema behind references; members of `allOf` are joined. */
  resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.split('/').at(-1) ?? '';
      return this.resolve(this.document.components.schemas[name] ?? {});
    }
    if (schema.allOf === undefined) return schema;
    const { allOf, ...own } = schema;
    return Object.assign({}, ...allOf.map((part) => this.resolve(part)), own) as Schema;
  }

  /** The JSON body of an operation, or null. */
  bodyOf(operation: Operation): Schema | null {
    const body = operation.bodies['application/json'];
    return body === undefined ? null : this.resolve(body);
  }

  /** A value that the schema allows, from the examples of the document. */
  exampleOf(schema: Schema): unknown {
    const known = this.resolve(schema);
    if (known.example !== undefined) return known.example;
    if (known.examples?.[0] !== undefined) return known.examples[0];
    if (known.default !== undefined) return known.default;
    if (known.enum !== undefined) return known.enum[0];
    const [choice] = known.oneOf ?? known.anyOf ?? [];
    if (choice !== undefined) return this.exampleOf(choice);
    switch (Array.isArray(known.type) ? known.type[0] : known.type) {
      case 'object':
        return Object.fromEntries(
          (known.required ?? []).map((name) => [name, this.exampleOf(known.properties?.[name] ?? {})]),
        );
      case 'array':
        return known.items === undefined ? [] : [this.exampleOf(known.items)];
      case 'integer':
      case 'number':
        return known.minimum ?? 1;
      case 'boolean':
        return true;
      default:
        return 'text';
    }
  }
}
