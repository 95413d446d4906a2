/**
 * A page that was opened as a file can start a worker of the old kind only, and Pyodide none that
 * imports scripts. This one has all that it needs, and is told so before Pyodide looks.
 */
Object.assign(self, {
  importScripts() {
    throw new TypeError("all scripts are here already");
  },
});
