import { listMethods } from "@/lib/services/signals/list-methods";

/** `GET /api/v1/methods`: how each measure is made. Comes with the program, not with the ledger. */
export function GET(): Response {
  return Response.json({ methods: listMethods() });
}
