import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a person does in LibreOffice with Edit › Track Changes › Accept All, and then saves. */
const MACRO = `Sub AcceptAll(source, target)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
opened = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
Dim none()
dispatcher.executeDispatch(opened.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, none())
Dim how(0) As New com.sun.star.beans.PropertyValue
how(0).Name = "FilterName"
how(0).Value = "MS Word 2007 XML"
opened.storeToURL(target, how())
opened.close(True)
End Sub`;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const LIBRARY = `${HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Accept"/></library:library>`;
const MODULE = `${HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Accept" script:language="StarBasic">${MACRO.replaceAll('"', '&quot;')}</script:module>`;

/** A Word file with all its tracked changes accepted by LibreOffice, as it saves it. */
export function accepted(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'audit-accept-'));
  try {
    const [source, target, profile] = ['a.docx', 'b.docx', 'profile'].map(name => pathToFileURL(join(folder, name)).href);
    writeFileSync(join(folder, 'a.docx'), bytes);
    const own = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
    // The first start lays the profile out, over what would already lie there.
    spawnSync('soffice', [...own, '--terminate_after_init']);
    const basic = join(folder, 'profile/user/basic/Standard');
    mkdirSync(basic, { recursive: true });
    writeFileSync(join(basic, 'script.xlb'), LIBRARY);
    writeFileSync(join(basic, 'Accept.xba'), MODULE);
    spawnSync('soffice', [...own, `macro:///Standard.Accept.AcceptAll(${source},${target})`], { timeout: 60_000 });
    return new Uint8Array(readFileSync(join(folder, 'b.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
