import { dayOnly, period } from "#core/date.ts";
import { filledWith } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { say } from "#modules/opportunities/posters/messages.ts";
import type { PosterOffer } from "#modules/opportunities/posters/queries.ts";
import {
  type Base,
  Code,
  Office,
  Strips,
  typedAddress,
  whereOf,
} from "#modules/opportunities/posters/views.tsx";
import { longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { CheckboxGroup } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, More, Stack, Title } from "#ui/page.tsx";

const Row = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const words = say(ctx);
  const { when, time } = whenOf(ctx, offer);
  const facts = [offer.organization, whereOf(ctx, offer), longOf(ctx, offer), seatsOf(ctx, offer)];
  return (
    <li>
      <Code ctx={ctx} origin={origin} offer={offer} />
      <div>
        <p class="al-poster__when">{[when, time].filter(Boolean).join(", ")}</p>
        <h3>{offer.title}</h3>
        <p>{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <p class="al-poster__number">{words("number", { number: offer.number })}</p>
    </li>
  );
};

// In large type a line of a title holds about thirty letters; a page holds seventeen lines beside its head and foot.
const linesOf = ({ title, organization }: PosterOffer): number =>
  Math.max(3, Math.ceil(title.length / 30) + Math.ceil((organization.length + 40) / 48) + 1);
const linesOnPage = 17;

/** As many offers on a page as fit, in order. */
export const pagesOf = (offers: readonly PosterOffer[]): readonly (readonly PosterOffer[])[] => {
  const pages: PosterOffer[][] = [];
  let free = 0;
  for (const offer of offers) {
    const lines = linesOf(offer);
    const page = pages.at(-1);
    if (!page || lines > free) {
      pages.push([offer]);
      free = linesOnPage - lines;
    } else {
      page.push(offer);
      free -= lines;
    }
  }
  return pages;
};

type SheetProps = Base & {
  readonly offers: readonly PosterOffer[];
  /** What one may choose from, and what is chosen. */
  readonly candidates: readonly PosterOffer[];
  /** Nothing was chosen or filtered: it is what this week needs. */
  readonly thisWeek: boolean;
  readonly back: string;
};

const Sheet = ({
  ctx,
  origin,
  offers,
  thisWeek,
}: Pick<SheetProps, "ctx" | "origin" | "offers" | "thisWeek">) => {
  const words = say(ctx);
  const today = dayOf(ctx.now);
  const when = thisWeek
    ? period(ctx, today, plusDays(today, 6))
    : words("asOf", { day: dayOnly(ctx, ctx.now) });
  return (
    <article class="al-poster">
      <header>
        <h2>{words(thisWeek ? "weekHeading" : "heading")}</h2>
        <p class="al-poster__lead">
          {words("inTown", { town: ctx.place.name })} · {when}
        </p>
      </header>
      <ul class="al-poster__rows">
        {offers.map((offer) => (
          <Row ctx={ctx} origin={origin} offer={offer} />
        ))}
      </ul>
      <footer>
        <p class="al-poster__lead">
          {words("lead")} <b>{ctx.place.officePhone}</b>
        </p>
        <p>
          <Office ctx={ctx} />
        </p>
      </footer>
      <Strips ctx={ctx} lines={[typedAddress(origin, paths.list)]} />
    </article>
  );
};

const Chooser = ({ ctx, candidates, offers }: SheetProps) => {
  const words = say(ctx);
  const chosen = offers.map(({ number }) => String(number));
  return (
    <More summary={words("chooseOffers")}>
      <Form
        ctx={ctx}
        action={paths.sheet}
        method="get"
        submit={words("show")}
        form={filledWith({ nr: chosen })}
      >
        <CheckboxGroup
          name="nr"
          label={words("chooseOffers")}
          hint={words("chooseHint")}
          options={candidates.map(({ number, title, organization }) => ({
            value: String(number),
            label: title,
            hint: `${words("number", { number })} · ${organization}`,
          }))}
        />
      </Form>
    </More>
  );
};

/** Several offers in large type, on as many sheets as they need. */
export const SheetPage = (props: SheetProps) => {
  const { ctx, offers, candidates, back } = props;
  const words = say(ctx);
  return (
    <>
      <div class="al-poster__tools">
        <Title heading={words("choose")} lead={words("chooseLead")} />
        <Stack>
          {candidates.length > 0 && <Chooser {...props} />}
          <p>
            {words("print")} <a href={back}>{words("back")}</a>
          </p>
        </Stack>
      </div>
      {offers.length === 0 && (
        <Empty heading={words("none")}>
          <p>
            <a href={paths.list}>{words("back")}</a>
          </p>
        </Empty>
      )}
      {pagesOf(offers).map((page) => (
        <Sheet {...props} offers={page} />
      ))}
    </>
  );
};
