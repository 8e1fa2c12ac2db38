// What webpack bundles in place of the loader. It would write paths of the build machine into the
// bundle, and cannot hold the addon: Node loads the package where the bundle runs.

/* global __non_webpack_require__ */
const ROOT_PACKAGE = "@paperclip/k8s-native";

/** Never called: it shows the package's files to tracers of what webpack read, such as Next's. */
const _traced = () => import(/* webpackIgnore: true */ "./index.js");

try {
  module.exports = __non_webpack_require__(ROOT_PACKAGE);
} catch (cause) {
  if (cause.code !== "MODULE_NOT_FOUND") throw cause;
  throw new Error(
    `${ROOT_PACKAGE}: a bundle cannot hold the native addon. Mark ${ROOT_PACKAGE} as external, ` +
      "and install it where the bundle runs.",
    { cause },
  );
}
