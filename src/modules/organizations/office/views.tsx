import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import { sectorName, sectors } from "#modules/organizations/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup } from "#ui/choices.tsx";
import { SectorSign, State } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { withParameter } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { Desk, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { type findTwin, type OfficeRow, type OfficeView, officeViews, pageSize } from "./queries.ts";

type Ctx = { readonly ctx: Context };

type ListProps = Ctx & {
  readonly rows: readonly OfficeRow[];
  readonly counts: Readonly<Record<OfficeView, number>>;
  readonly view: OfficeView;
  readonly words: string;
  readonly page: number;
  readonly form: Filled;
  readonly claims: number;
};

const address = (view: OfficeView, asked: string, page = 1): string =>
  withParameter(
    withParameter(
      withParameter(paths.office, "ansicht", view === "all" ? undefined : view),
      "q",
      asked || undefined,
    ),
    "seite",
    page === 1 ? undefined : String(page),
  );

const stateOf = (ctx: Context, row: OfficeRow) => {
  if (row.hiddenAt) return <State kind="no">{say(ctx)("hidden")}</State>;
  return row.verifiedAt ? (
    <State kind="yes">{say(ctx)("verified", { date: dayWithYear(ctx, row.verifiedAt) })}</State>
  ) : (
    <State kind="wait">{say(ctx)("open")}</State>
  );
};

/** All organizations the office knows, in the views that ask for work. */
export const OfficeListPage = ({ ctx, rows, counts, view, words: asked, page, form, claims }: ListProps) => {
  const words = say(ctx);
  const views = officeViews.map((name) => ({
    href: address(name, asked),
    label: words(`v_${name}`),
    count: counts[name],
    current: name === view,
  }));
  return (
    <Desk heading={words("title")} views={<Views ctx={ctx} views={views} />}>
      <Actions>
        <ButtonLink href={paths.add}>{words("add")}</ButtonLink>
        {claims > 0 && <a href={paths.claims}>{words("claims", { n: claims })}</a>}
        <a href={paths.doubles}>{words("doubles")}</a>
        <a href={paths.imports}>{words("imports")}</a>
        <a href={paths.table}>{words("table")}</a>
      </Actions>
      <Form ctx={ctx} action={paths.office} method="get" form={form} submit={words("find")} narrow>
        {view !== "all" && <HiddenField name="ansicht" value={view} />}
        <TextField name="q" type="search" label={words("search")} optional maximum={100} />
      </Form>
      {rows.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={rows.map((row) => ({
            title: row.name,
            href: paths.record(row.id),
            kind: (
              <>
                <SectorSign sector={row.sector} />{" "}
                {[sectorName(ctx, row.sector), row.townName].filter(Boolean).join(" · ")}
              </>
            ),
            text: <p class="al-soft al-small">{words("people", { n: row.people })}</p>,
            end: stateOf(ctx, row),
          }))}
        />
      )}
      <Pager
        ctx={ctx}
        page={page}
        size={pageSize}
        total={counts[view]}
        href={(next) => address(view, asked, next)}
      />
    </Desk>
  );
};

type AddProps = Ctx & {
  readonly form: Filled;
  readonly formKey: string;
  readonly twin: Awaited<ReturnType<typeof findTwin>>;
};

/** A new stub: name and sector are enough. */
export const AddPage = ({ ctx, form, formKey, twin }: AddProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("addHeading")} lead={words("addLead")} />
      {twin && (
        <Notice ctx={ctx} kind="warning">
          <p>
            {words("double", { name: twin.name })} <a href={paths.record(twin.id)}>{words("doubleLook")}</a>
          </p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.add}
        form={form}
        formKey={formKey}
        submit={words("addSubmit")}
        cancel={{ href: paths.office, label: words("title") }}
      >
        <TextField name="name" label={words("name")} maximum={200} />
        <RadioGroup
          name="sector"
          label={words("sector")}
          options={options(sectors, (code) => sectorName(ctx, code))}
        />
        {twin && <Checkbox name="despite" label={words("despite")} />}
        <TextField name="summary" label={words("summary")} optional maximum={300} />
        <TextField name="phone" type="tel" label={words("phone")} optional maximum={40} />
        <TextField name="email" type="email" label={words("email")} optional maximum={254} />
        <TextField name="street" label={words("street")} optional maximum={200} />
        <TextField name="postcode" label={words("postcode")} optional width="short" maximum={5} />
        <TextField name="townName" label={words("townName")} optional maximum={100} />
      </Form>
    </>
  );
};
