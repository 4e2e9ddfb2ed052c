/** One field of a form, with what a hurried person would leave or put in it. */
export type Field = {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  /** Anything may be typed into it. */
  readonly free: boolean;
};

export type Form = {
  readonly method: "GET" | "POST";
  readonly action: string;
  /** Carries a key: sent twice, it is done once. */
  readonly keyed: boolean;
  readonly files: readonly string[];
  readonly fields: readonly Field[];
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const plain = (text: string): string =>
  text.replace(/&(?:amp|quot|#39|lt|gt);/gu, (entity) => entities[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag) ?? [];
  return value === undefined ? undefined : plain(value);
};

const usual: Readonly<Record<string, string>> = {
  email: "jemand@gast.example",
  tel: "03576 4712",
  date: "2026-12-10",
  time: "10:00",
  number: "30",
  url: "https://verein.example",
};

const known: Readonly<Record<string, string>> = { postcode: "02943", plz: "02943", slug: "neue-seite" };

const inputOf = (tag: string): Field | undefined => {
  const name = attribute(tag, "name");
  const kind = attribute(tag, "type") ?? "text";
  if (!name || name === "_key" || kind === "file") return undefined;
  const value = attribute(tag, "value") || known[name] || usual[kind] || "";
  return { name, kind, value, free: (kind === "text" || kind === "search") && known[name] === undefined };
};

const selectOf = (element: string): Field | undefined => {
  const name = attribute(element, "name");
  if (!name) return undefined;
  const options = element.match(/<option[^>]*>/gu) ?? [];
  const chosen = options.find((tag) => / selected/u.test(tag) && attribute(tag, "value") !== "");
  const filled = chosen ?? options.find((tag) => (attribute(tag, "value") ?? "") !== "") ?? "";
  return { name, kind: "select", value: attribute(filled, "value") ?? "", free: false };
};

const textAreaOf = (element: string): Field | undefined => {
  const name = attribute(element, "name");
  const [, text = ""] = />([^<]*)<\/textarea>/u.exec(element) ?? [];
  return name ? { name, kind: "textarea", value: plain(text).trim(), free: true } : undefined;
};

const fieldOf = (element: string): Field | undefined => {
  if (element.startsWith("<select")) return selectOf(element);
  return element.startsWith("<textarea") ? textAreaOf(element) : inputOf(element);
};

// Of boxes and buttons with one name the first is taken.
const once = (fields: readonly Field[]): Field[] => [
  ...new Map([...fields].reverse().map((field) => [field.name, field])).values(),
];

const controls = /<select[\s\S]*?<\/select>|<textarea[\s\S]*?<\/textarea>|<(?:input|button)[^>]*>/gu;

/** The forms of a page, as somebody without a script would send them. */
export const formsIn = (html: string, address: string): Form[] =>
  [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/gu)].map(([, head = "", body = ""]) => {
    const elements = body.match(controls) ?? [];
    const files = elements.filter((tag) => attribute(tag, "type") === "file");
    return {
      method: attribute(head, "method")?.toLowerCase() === "post" ? "POST" : "GET",
      action: attribute(head, "action") ?? address,
      keyed: elements.some((tag) => attribute(tag, "name") === "_key"),
      files: files.flatMap((tag) => attribute(tag, "name") ?? []),
      fields: once(elements.flatMap((element) => fieldOf(element) ?? [])),
    };
  });

/** The form filled in; `typed` goes into every field that takes any words. */
export const filled = ({ fields }: Form, typed: string): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, value, free }) => [name, free ? typed : value]));

/** What a reader sees of a page, without its tags. */
export const visibleText = (html: string): string =>
  plain(
    html
      .replace(/<(script|style|template|noscript|textarea|code|pre)\b[\s\S]*?<\/\1>/gu, " ")
      .replace(/<head>[\s\S]*?<\/head>/u, " ")
      .replace(/<[^>]+>/gu, "\n"),
  );
