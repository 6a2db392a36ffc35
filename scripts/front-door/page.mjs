// The page that starts VS Code for the Web: quiet, with the extension built in and a folder open.

/** Where the parts of the window are served from. */
export const paths = {
  /** A build that never changes under one address may be kept by the browser for good. */
  build: (/** @type {string} */ version) => `/static/vscode-${version}`,
  extension: '/static/gongkai',
  /** The provider of the folder asks its files of `mount`, which it finds by this very path. */
  folderProvider: '/static/extensions/fs',
  mount: '/static/mount',
  /** Webviews need an origin of their own: browsers take every name below localhost for this machine. */
  webviews: (/** @type {string} */ name, /** @type {string} */ host) => `http://${name}.localhost:${host.split(':').at(-1)}`,
};

/** Set in the browser's store once the walkthrough has greeted. */
const greeted = 'gongkai.greeted';

/** Settings of a quiet window, which the visitor may change: nothing but the draft and its faults. */
export const settings = {
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // One line a fault: the operands of a sum would fill the panel.
  'problems.defaultViewMode': 'table',
  'problems.showCurrentInStatus': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * @param {object} window
 * @param {string} window.host host and port that the visitor asked for
 * @param {string} window.version of VS Code for the Web
 * @param {string} window.folder name of the folder
 * @param {string | undefined} window.draft path in the folder of the draft to open first
 * @returns {string} HTML
 */
export function page({ host, version, folder, draft }) {
  const base = paths.build(version);
  const opened = { scheme: 'vscode-test-web', authority: 'gongkai', path: `/${folder}` };
  const at = (/** @type {string} */ path) => ({ scheme: 'http', authority: host, path });
  const options = {
    productConfiguration: {
      enableTelemetry: false,
      nameShort: 'gongkai',
      nameLong: 'gongkai',
      webviewContentExternalBaseUrlTemplate: `${paths.webviews('{{uuid}}', host)}${base}/out/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: { 'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'] },
    },
    additionalBuiltinExtensions: [at(paths.extension), at(paths.folderProvider)],
    configurationDefaults: settings,
    defaultLayout: {
      force: false,
      views: [{ id: 'workbench.panel.markers.view' }],
      editors: draft === undefined ? [] : [{ uri: { ...opened, path: `/${folder}/${draft}` } }],
    },
  };
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>gongkai</title>
<link rel="icon" href="${base}/favicon.ico">
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script>
for (const [name, path] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = '${base}/node_modules/' + name + '/' + path;
// The build speaks English only; the extension speaks Chinese where the browser does.
const chinese = navigator.language.toLowerCase().startsWith('zh');
require.config({
  baseUrl: location.origin + '${base}/out',
  recordStats: true,
  'vs/nls': {
    availableLanguages: chinese ? { '*': 'zh-cn' } : {},
    loadBundle: (name, _language, done) => require([name + '.nls'], (messages) => done(undefined, messages), done),
  },
  trustedTypesPolicy: self.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (url) => url }),
  paths: Object.fromEntries(Object.entries(self.webPackagePaths).map(([name, path]) => [name, location.origin + path])),
});
</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], ({ commands, create, URI }) => {
  create(document.body, {
    ...${inScript(options)},
    workspaceProvider: { trusted: true, workspace: { folderUri: URI.revive(${inScript(opened)}) }, open: async () => false },
  });
  // Greets whoever comes for the first time, beside the draft.
  if (localStorage.getItem('${greeted}')) return;
  localStorage.setItem('${greeted}', 'yes');
  commands.executeCommand('gongkai.openWalkthrough', true);
});
</script>
</body>
</html>
`;
}

/** JSON that cannot end the script element that it stands in. @param {unknown} value */
const inScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
