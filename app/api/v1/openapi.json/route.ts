import { openApiDocument } from "@/lib/http/contract/openapi";
import { publicOrigin } from "@/lib/http/requests/public-origin";

/** `GET /api/v1/openapi.json`: the API as OpenAPI 3.1. Needs no ledger. */
export function GET(request: Request): Response {
  return Response.json(openApiDocument(publicOrigin(request.headers)), { headers: { "Cache-Control": "no-cache" } });
}
