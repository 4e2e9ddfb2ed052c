import sanitize from "sanitize-html";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/gu, (whole, name: string) => entities[name] ?? whole);

/** The words of foreign HTML, without its scripts, styles and tags: paragraphs, list lines, and where links lead. */
export const plainText = (html: string): string => {
  const blocks = html
    .replace(/\r\n?/gu, "\n")
    .replace(/<li\b[^>]*>/giu, "\n- ")
    .replace(/<br\s*\/?>/giu, "\n")
    .replace(/<\/(p|div|h[1-6]|ul|ol|table|blockquote)>/giu, "\n\n")
    .replace(/<\/(tr|li)>/giu, "\n");
  const withLinks = sanitize(blocks, {
    allowedTags: ["a"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto"],
  });
  const text = withLinks
    .replace(/<a href="([^"]*)">([^<]*)<\/a>/gu, (_, href: string, label: string) => {
      const target = href.replace(/^mailto:/u, "");
      return label.trim() === "" || label.trim() === target ? target : `${label.trim()} (${target})`;
    })
    .replace(/<\/?a[^>]*>/gu, "");
  return decoded(text)
    .replace(/[ \t\u00a0]+/gu, " ")
    .replace(/ *\n */gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
};
