import { parseAccept } from "hono/utils/accept";

type Asked = {
  /** `?sprache=` of the address. */
  readonly wanted: string | undefined;
  /** The cookie of an earlier choice. */
  readonly chosen: string | undefined;
  /** The browser's `Accept-Language`. */
  readonly accepted: string | undefined;
};

/** The language of a reply: what the address says, else what was chosen, else what the browser prefers, else German. */
export const chooseLanguage = (offered: readonly string[], { wanted, chosen, accepted }: Asked): string => {
  if (wanted && offered.includes(wanted)) return wanted;
  if (chosen && offered.includes(chosen)) return chosen;
  const preferred = parseAccept(accepted ?? "").map(({ type }) => type.toLowerCase());
  for (const tag of preferred) {
    const language = offered.find((code) => tag === code || tag.split("-")[0] === code);
    if (language) return language;
  }
  return "de";
};
