declare const kind: unique symbol;

/** A UUID that knows what it names: `Id<"person">` is no `Id<"opportunity">`. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is this text a UUID, and so safe to hand to the database as an id of this kind? */
export const isId = <Kind extends string>(text: string | undefined): text is Id<Kind> =>
  text !== undefined && shape.test(text);
