import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { picturePath } from "#core/files.ts";
import { money } from "#core/number.ts";
import { type Border, collectionOf } from "#modules/organizations/map/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { AuthorRow, PictureRow, ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { proposalStateName } from "#modules/participation/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { TownMap } from "#ui/map.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export const notices = [
  "eingereicht",
  "gespeichert",
  "unterstuetzt",
  "zurueckgenommen",
  "gesagt",
  "zurueck",
  "zurueckgezogen",
  "verlassen",
] as const;
export type NoticeKey = (typeof notices)[number];

/** Who it is from: an organization, what stands on the paper, or those who want to be named; nothing for nobody. */
export const bylineOf = (
  { organization, authorWords }: Pick<ProposalRow, "organization" | "authorWords">,
  authors: readonly Pick<AuthorRow, "named" | "name">[],
): string => {
  const named = authors.flatMap(({ named: shown, name }) => (shown && name ? [name] : []));
  return organization ?? (authorWords || named.join(", "));
};

type Props = {
  readonly ctx: Context;
  readonly process: Process;
  readonly proposal: ProposalRow;
};

type HeadProps = Props & {
  readonly authors: readonly AuthorRow[];
  readonly editable: boolean;
  readonly notice: NoticeKey | undefined;
};

const How = ({ ctx, proposal }: Props) =>
  proposal.how === "online" ? null : <> · {say(ctx)(proposal.how)}</>;

/** What it is called, who proposed it, and how it stands. */
export const Head = (props: HeadProps) => {
  const { ctx, process, proposal, authors, editable, notice } = props;
  const words = say(ctx);
  const name = bylineOf(proposal, authors);
  const day = dayWithYear(ctx, proposal.publishedAt ?? proposal.madeAt);
  return (
    <>
      <Title kind={words("kind", proposal)} heading={proposal.title}>
        <p class="al-soft">
          {name ? words("by", { name, day }) : words("byUnnamed", { day })}
          <How {...props} />
        </p>
        {editable && (
          <p>
            <ButtonLink kind="secondary" href={paths.editProposal(process.slug, proposal.number)}>
              {words("edit")}
            </ButtonLink>
          </p>
        )}
      </Title>
      {notice && (
        <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)}>
          {notice === "eingereicht" && words("notice_eingereichtText")}
        </Notice>
      )}
      {proposal.state !== "published" && (
        <p>
          <State kind="info">{proposalStateName(ctx, proposal.state)}</State>{" "}
          {words(`state_${proposal.state}`)}
        </p>
      )}
    </>
  );
};

/** What it says: the words, where and for how much. */
export const Words = ({ ctx, proposal }: Props) => {
  const words = say(ctx);
  return (
    <div class="al-stack">
      <div class="al-prose">
        {proposal.words.split(/\n{2,}/u).map((text) => (
          <p class="al-lines">{text}</p>
        ))}
      </div>
      <Pairs
        pairs={[
          [words("place"), proposal.placeWords],
          [words("cost"), proposal.costCents === null ? "" : money(ctx, proposal.costCents)],
          [words("costWords"), proposal.costWords],
        ]}
      />
    </div>
  );
};

/** Its pictures, with what is seen on them. */
export const Pictures = ({ ctx, pictures }: { ctx: Context; pictures: readonly PictureRow[] }) =>
  pictures.length === 0 ? null : (
    <Section id="bilder" heading={say(ctx)("pictures")}>
      <ul class="al-columns">
        {pictures.map(({ fileId, alternativeText, width, height }) => (
          <li>
            <img
              src={picturePath(fileId)}
              alt={alternativeText}
              width={width ?? undefined}
              height={height ?? undefined}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
    </Section>
  );

/** The town's own border where it is known, else all that are drawn. */
export const ownBorders = ({ place }: Context, borders: readonly Border[]): readonly Border[] => {
  const own = borders.filter(({ name }) => place.name.startsWith(name) || name.startsWith(place.name));
  return own.length > 0 ? own : borders;
};

/** Where it is. */
export const Place = ({ ctx, process, proposal, borders }: Props & { borders: readonly Border[] }) => {
  const { latitude, longitude, title, number, placeWords } = proposal;
  if (latitude === null || longitude === null) return null;
  return (
    <Section id="ort" heading={say(ctx)("map")} space="none">
      <TownMap
        ctx={ctx}
        id="karte"
        caption={say(ctx)("mapCaption", { place: placeWords })}
        borders={collectionOf(ownBorders(ctx, borders))}
        points={[{ name: title, href: paths.proposal(process.slug, number), latitude, longitude }]}
        listHref="#ort"
      />
    </Section>
  );
};
