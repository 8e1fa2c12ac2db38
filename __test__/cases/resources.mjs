/** Resources of the main container. */
import { minimal } from "../support/inputs.mjs";

const sized = (resources) => minimal({ config: { resources } });

export default [
  {
    name: "all four quantities",
    input: () =>
      sized({ requests: { cpu: "1", memory: "2Gi" }, limits: { cpu: "3", memory: "4Gi" } }),
  },
  { name: "one quantity, the others default", input: () => sized({ limits: { memory: "16Gi" } }) },
  {
    name: "numbers and other resources are dropped",
    input: () => sized({ limits: { cpu: 2, memory: "1Gi", "nvidia.com/gpu": "1" } }),
  },
  {
    name: "empty quantities default, blank ones count",
    input: () => sized({ requests: { cpu: "", memory: " " } }),
  },
  { name: "resources as text", input: () => sized('{"requests":{"cpu":"9"}}') },
  {
    name: "resources as arrays",
    input: () => sized({ requests: ["1"], limits: Object.assign([], { cpu: "9" }) }),
  },
  {
    name: "quantities on a prototype",
    input: () => sized(Object.create({ limits: Object.create({ cpu: "9" }) })),
  },
  { name: "resources of null", input: () => sized({ requests: null, limits: null }) },
];
