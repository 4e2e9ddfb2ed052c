import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { money } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Project, Update } from "#modules/participation/projects/queries.ts";
import { ProjectFacts, ProjectState, Updates } from "#modules/participation/projects/views.tsx";
import type { Process } from "#modules/participation/schema.ts";
import { projectStateName, projectStates } from "#modules/participation/vocabulary.ts";
import { options, RadioGroup } from "#ui/choices.tsx";
import { DateField, FileField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context };

type ListProps = Props & { readonly process: Process; readonly projects: readonly Project[] };

/** All funded projects of a process, for the office. */
export const OfficeProjectsView = ({ ctx, process, projects }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("officeHeading")} lead={words("officeLead")}>
        <p>
          <a href={paths.projects(process.slug)}>{words("public")}</a>
        </p>
      </Title>
      {projects.length === 0 ? (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      ) : (
        <Table
          id="vorhaben"
          caption={words("caption")}
          rows={projects}
          columns={[
            {
              heading: words("project"),
              cell: ({ id, title }) => <a href={paths.officeProject(process.id, id)}>{title}</a>,
            },
            { heading: words("owner"), cell: ({ ownerWords }) => ownerWords || "–" },
            { heading: words("due"), cell: ({ dueOn }) => (dueOn ? dayWithYear(ctx, dueOn) : "–") },
            { heading: words("granted"), cell: (one) => money(ctx, one.grantedCents), number: true },
            { heading: words("spent"), cell: (one) => money(ctx, one.spentCents), number: true },
            { heading: words("state"), cell: (one) => <ProjectState ctx={ctx} project={one} /> },
          ]}
        />
      )}
    </>
  );
};

type OneProps = Props & {
  readonly formKey: string;
  readonly process: Process;
  readonly project: Project;
  readonly updates: readonly Update[];
  /** What came back: the form of the project, or of its next update. */
  readonly form?: Filled | undefined;
  readonly update?: Filled | undefined;
  readonly notice?: "saved" | "added" | undefined;
};

const StateForm = ({ ctx, formKey, process, project, form }: OneProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={paths.officeProject(process.id, project.id)}
      submit={words("save")}
      form={form}
      id="stand"
      quiet
    >
      <TextField
        name="ownerWords"
        label={words("owner")}
        hint={words("ownerHint")}
        maximum={300}
        value={project.ownerWords}
        optional
      />
      <DateField name="dueOn" label={words("due")} value={project.dueOn ?? undefined} optional />
      <RadioGroup
        name="state"
        label={words("state")}
        options={options(projectStates, (code) => projectStateName(ctx, code))}
        value={project.state}
        row
      />
      <TextArea
        name="stateWords"
        label={words("stateWords")}
        hint={words("stateWordsHint")}
        rows={2}
        maximum={2_000}
        value={project.stateWords}
        optional
      />
    </Form>
  );
};

const UpdateForm = ({ ctx, formKey, process, project, update }: OneProps) => {
  const words = say(ctx);
  const left = money(ctx, project.grantedCents - project.spentCents);
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={paths.projectNews(process.id, project.id)}
      submit={words("addUpdate")}
      form={update}
      id="neues"
      files
    >
      <TextArea name="words" label={words("updateWords")} rows={3} maximum={4_000} />
      <DateField
        name="happenedOn"
        label={words("happenedOn")}
        value={isoDay(ctx.now)}
        max={isoDay(ctx.now)}
      />
      <NumberField
        name="spentCents"
        label={words("spentSince")}
        hint={words("spentSinceHint", { left })}
        width="medium"
        decimal
        optional
      />
      <FileField
        name="bild"
        label={words("picture")}
        accept="image/*"
        kinds="JPG, PNG, WebP"
        megabytes={10}
        optional
      />
      <TextField
        name="bildtext"
        label={words("pictureText")}
        hint={words("pictureTextHint")}
        maximum={500}
        optional
      />
    </Form>
  );
};

/** One funded project in the hand of the office. */
export const OfficeProjectView = (props: OneProps) => {
  const { ctx, process, project, updates, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={project.title}>
        <p>
          <a href={paths.officeProjects(process.id)}>{words("back")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      <ProjectFacts ctx={ctx} project={project} />
      <Section id="weiter" heading={words("updateHeading")}>
        <UpdateForm {...props} />
      </Section>
      <Section id="wie" heading={words("state")}>
        <StateForm {...props} />
      </Section>
      {updates.length > 0 && (
        <Section id="bisher" heading={words("updates")}>
          <Updates ctx={ctx} updates={updates} />
        </Section>
      )}
    </>
  );
};
