import type { Context } from "./context.ts";
import type { Id } from "./id.ts";

/** A part of the public profile of an organization, handed in by a room that stands above the profile. */
export type ProfilePart = {
  /** Its anchor on the page. */
  readonly id: string;
  /** Small numbers stand first. */
  readonly rank: number;
  readonly heading: string;
  /** Few: the rest is behind the link. */
  readonly items: readonly {
    readonly title: string;
    readonly href: string;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly link: { readonly href: string; readonly label: string };
};

/** What a room shows of an organization; nothing when there is nothing to show. */
export type ProfileSource = (
  ctx: Context,
  organization: { readonly id: Id<"organization">; readonly slug: string },
) => Promise<ProfilePart | undefined>;

const sources = new Set<ProfileSource>();

/** The roof hands in what every module shows on profiles. */
export const showOnProfiles = (source: ProfileSource): void => {
  sources.add(source);
};

/** Everything that other rooms show of an organization, in its order. */
export const listProfileParts = async (
  ctx: Context,
  organization: Parameters<ProfileSource>[1],
): Promise<readonly ProfilePart[]> => {
  const parts: ProfilePart[] = [];
  // One transaction has one connection: what is asked at once would wait in line all the same.
  for (const source of sources) {
    const part = await source(ctx, organization);
    if (part) parts.push(part);
  }
  return parts.sort((one, other) => one.rank - other.rank);
};
