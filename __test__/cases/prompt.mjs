/** The prompt: its sections, their order, and the sections that are left out. */
import { MINE, minimal, raise } from "../support/inputs.mjs";

const bootstrapPromptTemplate = "B";
const wake = { paperclipWake: { reason: "r" } };
const handoff = { paperclipSessionHandoffMarkdown: " H " };
const withPrompt = (promptTemplate) => minimal({ config: { promptTemplate } });

export default [
  { name: "the default template", input: () => minimal({ config: { promptTemplate: undefined } }) },
  { name: "an empty template means the default one", input: () => withPrompt("") },
  { name: "a template of another type means the default one", input: () => withPrompt(5) },
  { name: "a template that is a String object", input: () => withPrompt(new String("x")) },
  {
    name: "sections in order, all but the template trimmed",
    input: () =>
      minimal({
        config: { bootstrapPromptTemplate: " B\n", promptTemplate: " P\n" },
        context: { ...wake, ...handoff },
      }),
  },
  {
    name: "a blank template is dropped but counted",
    input: () => withPrompt("  {{nope}} "),
  },
  {
    name: "a blank template is dropped between sections",
    input: () => minimal({ config: { promptTemplate: "\ufeff\u2029" }, context: handoff }),
  },
  { name: "U+0085 is not blank", input: () => withPrompt("\u0085") },
  {
    name: "a blank bootstrap template",
    input: () => minimal({ config: { bootstrapPromptTemplate: " \n\ufeff" } }),
  },
  {
    name: "a bootstrap template that renders blank",
    input: () => minimal({ config: { bootstrapPromptTemplate: "{{nope}} " } }),
  },
  {
    name: "a bootstrap template with placeholders",
    input: () => minimal({ config: { bootstrapPromptTemplate: "\n{{agent.name}} {{run.id}} " } }),
  },
  {
    name: "a handoff note of another type",
    input: () => minimal({ context: { paperclipSessionHandoffMarkdown: ["H"] } }),
  },
  {
    name: "a blank handoff note",
    input: () => minimal({ context: { paperclipSessionHandoffMarkdown: "\u3000\n" } }),
  },
  {
    name: "placeholders in a handoff note stay",
    input: () => minimal({ context: { paperclipSessionHandoffMarkdown: "{{agent.id}}" } }),
  },
  {
    name: "halves of a surrogate pair in two sections do not meet",
    input: () =>
      minimal({
        config: { promptTemplate: "\ude00" },
        context: { paperclipSessionHandoffMarkdown: "\ud83d" },
      }),
  },
  { name: "the last characters of Latin-1", input: () => withPrompt("\u00fe\u00ff") },
  { name: "the first characters past Latin-1", input: () => withPrompt("\u00ff\u0100 Łódź") },
  { name: "metrics count UTF-16 units", input: () => withPrompt("😀é\ud800") },
  {
    name: "a resumed session without a wake has no bootstrap section",
    input: () => minimal({ config: { bootstrapPromptTemplate }, runtime: { sessionId: "S" } }),
  },
  {
    name: "a resumed session with a wake has only the wake section",
    input: () =>
      minimal({ config: { bootstrapPromptTemplate }, runtime: { sessionId: "S" }, context: wake }),
  },
  {
    name: "a resumed session with a wake keeps the handoff",
    input: () => minimal({ runtime: { sessionId: "S" }, context: { ...wake, ...handoff } }),
  },
  {
    name: "a resumed session with a wake does not evaluate the template",
    input: () =>
      minimal({
        config: { promptTemplate: "{{context.boom}}" },
        runtime: { sessionId: "S" },
        ctx: {
          context: {
            ...wake,
            get boom() {
              return raise(MINE);
            },
          },
        },
      }),
  },
  {
    name: "a resumed session whose wake has no text",
    input: () =>
      minimal({
        runtime: { sessionId: "S" },
        context: { paperclipWake: { reason: " ", comments: [{ body: " " }] } },
      }),
  },
  {
    name: "a new session with a wake has every section",
    input: () => minimal({ config: { bootstrapPromptTemplate }, context: wake }),
  },
  {
    name: "sessionParams decide before sessionId",
    input: () => minimal({ runtime: { sessionId: "S", sessionParams: { sessionId: "T" } } }),
  },
  {
    name: "a blank session of sessionParams counts",
    input: () => minimal({ runtime: { sessionId: "S", sessionParams: { sessionId: " " } } }),
  },
  {
    name: "an empty session of sessionParams does not count",
    input: () => minimal({ runtime: { sessionId: "S", sessionParams: { sessionId: "" } } }),
  },
  {
    name: "sessionParams that are an array",
    input: () => minimal({ runtime: { sessionParams: Object.assign([], { sessionId: "T" }) } }),
  },
  {
    name: "a falsy sessionId of another type",
    input: () => minimal({ runtime: { sessionId: 0 } }),
  },
  { name: "a sessionId that is a number", input: () => minimal({ runtime: { sessionId: 123 } }) },
  {
    name: "a sessionId that is a String object",
    input: () => minimal({ runtime: { sessionId: new String("a'b") } }),
  },
  {
    name: "sessionId is read even where sessionParams decide",
    input: () =>
      minimal({
        ctx: {
          runtime: {
            sessionParams: { sessionId: "T" },
            get sessionId() {
              return raise(MINE);
            },
          },
        },
      }),
  },
];
