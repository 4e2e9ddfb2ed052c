import type { Context } from "#core/context.ts";
import { say } from "#modules/opportunities/catalog/messages.ts";
import { type Axis, pageSize, type Result } from "#modules/opportunities/catalog/queries.ts";
import { FilterForm, tagsOf, taskOf } from "#modules/opportunities/catalog/views.tsx";
import { addressOf, type Filters, noFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { RememberSearch } from "#modules/opportunities/searches/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Tags } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Note, Section, SideBySide, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { TaskList } from "#ui/task.tsx";

type Props = { readonly ctx: Context; readonly filters: Filters; readonly result: Result };

const Nothing = ({ ctx, filters, result }: Props) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  const clear = (axis: Axis): Filters =>
    axis === "full" ? filters : { ...filters, [axis]: noFilters[axis], seite: 1 };
  return (
    <Note id="nichts" heading={words("nothing")}>
      {result.total === 0 && result.all > 0 && (
        <>
          <p>{words("nothingFound")}</p>
          <ul>
            {result.loosened.slice(0, 3).map(({ axis, n }) => (
              <li>
                {axis !== "full" && <a href={addressOf(clear(axis))}>{words(`loosen_${axis}`, { n })}</a>}
              </li>
            ))}
            <li>
              <a href={paths.list}>{words("showEverything", { n: result.all })}</a>
            </li>
          </ul>
        </>
      )}
      <p>{words("nothingText")}</p>
      <Actions>
        <ButtonLink href={`${paths.ask}?thema=help`} kind="secondary">
          {words("writeUs")}
        </ButtonLink>
        {officePhone && <a href={telephone(officePhone)}>{words("orCall", { phone: officePhone })}</a>}
      </Actions>
      <p>
        <a href={paths.help}>{words("questionsLink")}</a>
      </p>
    </Note>
  );
};

const Hidden = ({ ctx, result }: Props) => {
  const n = result.all - result.total;
  if (n === 0 || result.total === 0) return null;
  const words = say(ctx);
  const why = result.hidden.map(({ axis, n: count }) => words(`why_${axis}`, { n: count })).join(", ");
  return (
    <More summary={words("hidden")}>
      <p>
        {words("hiddenCount", { n, why })} <a href={paths.list}>{words("showAll", { n: result.all })}</a>
      </p>
    </More>
  );
};

/** The list of offers, its filters beside it, and what is said about both. */
export const CatalogPage = (
  props: Props & { readonly organization: string | undefined; readonly formKey: string },
) => {
  const { ctx, filters, result, organization, formKey } = props;
  const words = say(ctx);
  const { rows, almost, total, page } = result;
  const next = Math.min(pageSize, total - page * pageSize);
  return (
    <>
      <Title
        heading={organization ? words("headingOf", { organization }) : words("heading")}
        lead={words("lead")}
      />
      <SideBySide side={<FilterForm {...props} />}>
        <Section
          id="treffer"
          space="none"
          heading={words("resultCount", { n: total })}
          link={{ href: addressOf({ ...filters, seite: 1 }, paths.sheet), label: words("printSheet") }}
        >
          <Tags ctx={ctx} tags={tagsOf(ctx, filters, organization)} />
          {result.similar && <Notice ctx={ctx}>{words("similar")}</Notice>}
          {total === 0 && <Nothing {...props} />}
          {rows.length > 0 && <TaskList ordered tasks={rows.map((row) => taskOf(ctx, row))} />}
          <Pager
            ctx={ctx}
            page={page}
            size={pageSize}
            total={total}
            href={(number) => addressOf({ ...filters, seite: number })}
            next={next > 0 ? words("next", { n: next }) : undefined}
          />
          <RememberSearch ctx={ctx} filters={filters} formKey={formKey} organization={organization} />
        </Section>
        {almost.length > 0 && (
          <Section id="fast" heading={words("almost")}>
            <TaskList tasks={almost.map((row) => taskOf(ctx, row))} />
          </Section>
        )}
        <Hidden {...props} />
        {total > 0 && <Nothing {...props} />}
        <p class="al-small">
          <a href={addressOf({ ...filters, seite: 1 }, paths.map)}>{words("mapLink")}</a> ·{" "}
          <a href={addressOf({ ...filters, seite: 1 }, paths.feed)}>{words("feedLink")}</a>
        </p>
      </SideBySide>
    </>
  );
};
