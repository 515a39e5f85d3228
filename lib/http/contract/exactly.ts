import { z } from "zod";

/** Schemas that have a name of their own in the API's document; the rest stand where they are used. */
export const COMPONENTS = z.registry<{ id: string; description?: string }>();

type Keys<T> = T extends readonly unknown[] ? never : keyof T;

/** Whether a schema tells all of a view: no field more, no field less, and none of another type. */
type Tells<View, Told> = [View] extends [Told]
  ? [Keys<View>] extends [Keys<Told>]
    ? [Keys<Told>] extends [Keys<View>]
      ? true
      : { "not in the view": Exclude<Keys<Told>, Keys<View>> }
    : { "not in the schema": Exclude<Keys<View>, Keys<Told>> }
  : { "another type": View };

/**
 * A named schema of just this view: `told<IssuerView>()("Issuer", "…", { … })`. A view that gains or loses a field is an
 * error of types here until its schema tells of it. Answers are checked strictly against it in the tests.
 */
export function told<View>() {
  return <Shape extends z.ZodRawShape>(
    id: string,
    description: string,
    shape: Shape,
    ..._check: Tells<View, z.infer<z.ZodObject<Shape, z.core.$strict>>> extends true
      ? []
      : [Tells<View, z.infer<z.ZodObject<Shape, z.core.$strict>>>]
  ): z.ZodObject<Shape, z.core.$strict> => z.strictObject(shape).register(COMPONENTS, { id, description });
}
