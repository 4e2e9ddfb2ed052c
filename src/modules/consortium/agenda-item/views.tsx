import { type Filled, filledWith } from "#core/input.ts";
import type { AgendaItem, Paper } from "#modules/consortium/agenda/queries.ts";
import { say } from "#modules/consortium/agenda-office/messages.ts";
import { type Base, Fields, Happened, remarks } from "#modules/consortium/agenda-office/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type ItemProps = Base & {
  readonly item: AgendaItem;
  readonly papers: readonly Paper[];
  readonly paperForm?: Filled | undefined;
};

const Papers = ({ ctx, formKey, meeting, item, papers, paperForm }: ItemProps) => {
  const words = say(ctx);
  return (
    <Section id="unterlagen" heading={words("papers")}>
      {papers.length === 0 && <p class="al-soft">{words("noPapers")}</p>}
      <ItemList
        items={papers.map((paper) => ({
          title: paper.title,
          href: paper.url || paths.paper(paper.id),
          text: paper.public ? undefined : words("notPublic"),
          end: (
            <ActionForm
              action={paths.papers(meeting.id, item.id)}
              formKey={`${formKey}-p${paper.id}`}
              label={words("removePaper")}
              object={paper.title}
              values={{ entfernen: paper.id }}
            />
          ),
        }))}
      />
      <Form
        ctx={ctx}
        id="u"
        action={paths.papers(meeting.id, item.id)}
        formKey={`${formKey}-u`}
        form={paperForm}
        submit={words("addPaper")}
        files
        quiet
      >
        <TextField name="title" label={words("paperTitle")} maximum={200} />
        <TextField name="url" label={words("paperUrl")} maximum={500} optional />
        <FileField
          name="datei"
          label={words("paperFile")}
          kinds="PDF"
          accept=".pdf"
          megabytes={10}
          optional
        />
        <Checkbox name="hidden" label={words("paperHidden")} />
      </Form>
    </Section>
  );
};

/** One item of the agenda, and its papers. */
export const ItemView = (props: ItemProps) => {
  const { ctx, formKey, meeting, item, form } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={`${meeting.title} · ${item.number}.`}
        heading={item.title}
        lead={remarks(ctx, meeting, item) || undefined}
      />
      <Happened {...props} />
      <Form
        ctx={ctx}
        action={paths.item(meeting.id, item.id)}
        formKey={formKey}
        form={form ?? filledWith({ ...item, hidden: !item.public })}
        submit={words("save")}
      >
        <Fields {...props} />
      </Form>
      <Papers {...props} />
    </Stack>
  );
};
