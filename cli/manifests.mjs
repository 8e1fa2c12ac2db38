/** The objects in a document: the document itself, or the items of a List. */

/** Lists, with the type of their items where the items do not repeat it. */
const LISTS = {
  List: {},
  JobList: { apiVersion: "batch/v1", kind: "Job" },
  PodList: { apiVersion: "v1", kind: "Pod" },
};

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Each object of a document, with the path to it inside the document. */
export function* manifestsOf(document) {
  const { kind, items } = isObject(document) ? document : {};
  if (!Object.hasOwn(LISTS, kind) || !Array.isArray(items)) {
    yield { manifest: document, path: "" };
    return;
  }
  for (const [index, item] of items.entries()) {
    const manifest = isObject(item) ? { ...LISTS[kind], ...item } : item;
    yield { manifest, path: `items[${index}]` };
  }
}
