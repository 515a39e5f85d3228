import { z } from "zod";
import { COMPONENTS } from "./exactly";
import { error } from "./ledger";
import { OPERATIONS, type Operation } from "./operations";

type Json = Record<string, unknown>;

/** The version of the API, not of the product: `v1` only ever gains. */
const VERSION = "1.0.0";

/** The API as an OpenAPI 3.1 document, made from the schemas that its answers are tested against. */
export function openApiDocument(origin: string): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "the insider ledger",
      version: VERSION,
      description:
        "SEC insider filings (Forms 3, 4 and 5) and the numbers made from them, the same as on the pages. Null means not reported, never 0. Within v1 fields and addresses may be added; none is removed, renamed or changed in meaning. Ignore fields that you don't know.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    ...made(),
  };
}

let parts: { paths: Json; components: Json } | null = null;

/** What is the same wherever the API is reached: made once. */
function made(): { paths: Json; components: Json } {
  parts ??= {
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: operationJson(operation) }])),
    components: { schemas: { ...convert(COMPONENTS), Error: schemaJson(error) } },
  };
  return parts;
}

function operationJson({ id, summary, page, parameters, answer, isInternal = false }: Operation): Json {
  return {
    operationId: id,
    summary,
    ...(page === null ? {} : { description: `The page \`${page}\` shows the same.` }),
    ...(isInternal ? { "x-internal": true, description: "For this product's own pages: may change at any time." } : {}),
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.in === "path",
      ...(parameter.description === "" ? {} : { description: parameter.description }),
      schema: plainJson(parameter.schema),
    })),
    responses: {
      200: { description: "The answer; `ETag` names the ledger's version.", content: contentOf(answer) },
      304: { description: "`If-None-Match` names the ledger's version: nothing is new." },
      default: {
        description: "`400` for what can't be read, `404` for what is not there, `503` without a ledger.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function contentOf(answer: Operation["answer"]): Json {
  if ("type" in answer) return { [answer.type]: { schema: { type: "string", description: answer.about } } };
  return { "application/json": { schema: schemaJson(answer.schema) } };
}

/** A schema where it stands: named ones are referred to. */
function schemaJson(schema: z.ZodType): Json {
  const named = COMPONENTS.get(schema);
  if (named !== undefined) return { $ref: refOf(named.id) };
  const registry = z.registry<{ id: string }>();
  schema.register(registry, { id: ALONE });
  for (const [id, component] of COMPONENTS._idmap) registry.add(component, { id });
  return convert(registry)[ALONE] ?? {};
}

const ALONE = "alone";

/** A schema without named parts, as parameters have. */
function plainJson(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema) as Json;
  return rest;
}

/** JSON Schema of every schema of a registry, by its id; a reader must not refuse a field that is added later. */
function convert(registry: z.core.$ZodRegistry<{ id: string }>): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, {
    uri: refOf,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _address, ...rest } = schema as Json;
      return [id, rest];
    }),
  );
}

function refOf(id: string): string {
  return `#/components/schemas/${id}`;
}
