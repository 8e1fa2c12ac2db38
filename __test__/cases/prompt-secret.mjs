/** The prompt past 262,144 bytes, which a Secret delivers. */
import { minimal } from "../support/inputs.mjs";

const prompting = (promptTemplate, context) => minimal({ config: { promptTemplate }, context });
const handingOver = (length) =>
  prompting("a".repeat(length), { paperclipSessionHandoffMarkdown: "h".repeat(1000) });

export default [
  { name: "262,144 ASCII characters", input: () => prompting("a".repeat(262_144)) },
  { name: "262,145 ASCII characters", input: () => prompting("a".repeat(262_145)) },
  { name: "131,072 characters of two bytes", input: () => prompting("é".repeat(131_072)) },
  { name: "131,073 characters of two bytes", input: () => prompting("é".repeat(131_073)) },
  { name: "65,536 characters of four bytes", input: () => prompting("😀".repeat(65_536)) },
  { name: "65,537 characters of four bytes", input: () => prompting("😀".repeat(65_537)) },
  {
    name: "87,381 lone surrogates of three bytes",
    input: () => prompting("\ud800".repeat(87_381)),
  },
  {
    name: "87,382 lone surrogates of three bytes",
    input: () => prompting("\ud800".repeat(87_382)),
  },
  { name: "the separators between sections count", input: () => handingOver(261_142) },
  { name: "one byte over the limit with the separators", input: () => handingOver(261_143) },
  {
    name: "the prompt's Secret comes after all other volumes",
    input: () =>
      minimal({
        config: { promptTemplate: "a".repeat(262_145), namespace: "elsewhere" },
        selfPod: { pvcClaimName: "c", secretVolumes: [{ volumeName: "v" }] },
      }),
  },
  {
    name: "a prompt Secret without a namespace",
    input: () =>
      minimal({
        config: { promptTemplate: "a".repeat(262_145) },
        selfPod: { namespace: undefined },
      }),
  },
  {
    name: "a wake that is too long for a variable",
    input: () =>
      prompting("P", {
        paperclipWake: {
          comments: Array.from({ length: 200 }, (_, at) => ({
            id: at,
            body: `${at} ä😀`.repeat(300),
          })),
        },
      }),
  },
];
