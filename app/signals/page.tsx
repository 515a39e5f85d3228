import { redirect } from "next/navigation";
import { signalPath } from "@/lib/paths";

/** The boards have pages of their own. */
export default function Signals() {
  redirect(signalPath("clusters"));
}
