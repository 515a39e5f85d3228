import { failure, notFound } from "@/lib/http/respond";
import { getMethod } from "@/lib/services/signals/list-methods";

/** `GET /api/v1/methods/<measure>`: how one measure is made, as Markdown. */
export async function GET(_: Request, context: RouteContext<"/api/v1/methods/[measure]">): Promise<Response> {
  const { measure } = await context.params;
  const method = getMethod(measure);
  return method === null ? failure(notFound(`There is no measure “${measure}”.`)) : Response.json(method);
}
