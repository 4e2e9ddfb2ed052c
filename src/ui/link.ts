/** A link as the frame, menus and lists are given it. */
export type Link = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** The language of the label, when it is not the page's. */
  readonly lang?: string | undefined;
};

/** "03576 123456-0" as a phone dials it from anywhere. */
export const telephone = (phone: string): string => {
  const digits = phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return `tel:${digits}`;
  return digits.startsWith("00") ? `tel:+${digits.slice(2)}` : `tel:+49${digits.replace(/^0/, "")}`;
};

/** The same address with one parameter set, or taken away. */
export const withParameter = (address: string, name: string, value: string | undefined): string => {
  const [path = "", query = ""] = address.split("#")[0]?.split("?") ?? [];
  const parameters = new URLSearchParams(query);
  if (value === undefined) parameters.delete(name);
  else parameters.set(name, value);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
};
