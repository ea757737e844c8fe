/** As much of a JSON Schema as the rules look at. */
export interface CheckedSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, CheckedSchema>>;
  readonly additionalProperties?: CheckedSchema | boolean;
  readonly items?: CheckedSchema;
  readonly anyOf?: readonly CheckedSchema[];
  readonly oneOf?: readonly CheckedSchema[];
  readonly allOf?: readonly CheckedSchema[];
}

/** A header of an answer, in place or by name. */
export interface CheckedHeader {
  readonly $ref?: string;
  readonly description?: string;
  readonly schema?: CheckedSchema;
}

type Content = Readonly<Record<string, { readonly schema: CheckedSchema }>>;

/** As much of an operation as the rules look at. */
export interface Operation {
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly schema: CheckedSchema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly headers?: Readonly<Record<string, CheckedHeader>>; readonly content?: Content }>
  >;
}

/** As much of an API document as the rules look at. What the linters find of it is found before. */
export interface CheckedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, CheckedSchema>>;
    readonly headers: Readonly<Record<string, CheckedHeader>>;
    readonly securitySchemes: {
      readonly oauth2: {
        readonly flows: { readonly password: { readonly scopes: Readonly<Record<string, string>> } };
      };
    };
  };
}
