<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Buttons</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Recover edits...</source>
        <translation>Bearbeitungen wiederherstellen ...</translation>
    </message>
    <message>
        <source>Shows the projects that Cutaway ended on before they were closed.</source>
        <translation>Zeigt die Projekte, die noch offen waren, als Cutaway endete.</translation>
    </message>
    <message>
        <source>Select the clip at the playhead</source>
        <translation>Clip am Abspielkopf auswählen</translation>
    </message>
    <message>
        <source>Selects the picture that is seen there, else a sound.</source>
        <translation>Wählt das Bild aus, das dort zu sehen ist, sonst einen Ton.</translation>
    </message>
    <message>
        <source>Select the previous clip</source>
        <translation>Vorigen Clip auswählen</translation>
    </message>
    <message>
        <source>Goes to the clip before, on the same track, and selects it.</source>
        <translation>Geht zum Clip davor auf derselben Spur und wählt ihn aus.</translation>
    </message>
    <message>
        <source>Select the next clip</source>
        <translation>Nächsten Clip auswählen</translation>
    </message>
    <message>
        <source>Goes to the clip after it, on the same track, and selects it.</source>
        <translation>Geht zum Clip danach auf derselben Spur und wählt ihn aus.</translation>
    </message>
    <message>
        <source>Select the clip above</source>
        <translation>Clip darüber auswählen</translation>
    </message>
    <message>
        <source>Goes to the clip on the track above and selects it.</source>
        <translation>Geht zum Clip auf der Spur darüber und wählt ihn aus.</translation>
    </message>
    <message>
        <source>Select the clip below</source>
        <translation>Clip darunter auswählen</translation>
    </message>
    <message>
        <source>Goes to the clip on the track below and selects it.</source>
        <translation>Geht zum Clip auf der Spur darunter und wählt ihn aus.</translation>
    </message>
    <message>
        <source>Shows every angle at the same instant, as tiles; again for the chosen one alone.</source>
        <translation>Zeigt jede Perspektive im selben Augenblick, als Kacheln; nochmals für die gewählte allein.</translation>
    </message>
    <message>
        <source>All angles</source>
        <translation>Alle Perspektiven</translation>
    </message>
    <message>
        <source>Shows the programme alone and full screen, on another screen when there is one; again, or there Escape, to leave.</source>
        <translation>Zeigt das Programm allein und als Vollbild, auf einem anderen Bildschirm, wenn es einen gibt; nochmals, oder dort Escape, beendet es.</translation>
    </message>
    <message>
        <source>Programme on second screen</source>
        <translation>Programm auf zweitem Bildschirm</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Starts an empty project in the cloud.</source>
        <translation>Beginnt ein leeres Projekt in der Cloud.</translation>
    </message>
    <message>
        <source>Open project...</source>
        <translation>Projekt öffnen...</translation>
    </message>
    <message>
        <source>Opens a project kept in the cloud.</source>
        <translation>Öffnet ein Projekt aus der Cloud.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Sends the project to the cloud now.</source>
        <translation>Schickt das Projekt jetzt in die Cloud.</translation>
    </message>
    <message>
        <source>Open a file...</source>
        <translation>Datei öffnen...</translation>
    </message>
    <message>
        <source>Opens an OpenTimelineIO file as the sequence.</source>
        <translation>Öffnet eine OpenTimelineIO-Datei als Sequenz.</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>Kopie speichern...</translation>
    </message>
    <message>
        <source>Writes the sequence to an OpenTimelineIO file.</source>
        <translation>Schreibt die Sequenz in eine OpenTimelineIO-Datei.</translation>
    </message>
    <message>
        <source>Connect...</source>
        <translation>Verbinden...</translation>
    </message>
    <message>
        <source>Chooses the cloud that this window works with.</source>
        <translation>Wählt die Cloud, mit der dieses Fenster arbeitet.</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>Einstellungen...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Closes the window. Every edit is kept.</source>
        <translation>Schließt das Fenster. Jeder Schnitt bleibt erhalten.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes back the last edit.</source>
        <translation>Nimmt die letzte Bearbeitung zurück.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does the edit again that was taken back.</source>
        <translation>Führt die zurückgenommene Bearbeitung wieder aus.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Puts the marked part in at the playhead and pushes what follows along.</source>
        <translation>Fügt den markierten Teil am Abspielkopf ein und schiebt alles Folgende weiter.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Puts the marked part over what is at the playhead.</source>
        <translation>Legt den markierten Teil über das, was am Abspielkopf liegt.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Takes the marked part out and leaves a gap.</source>
        <translation>Nimmt den markierten Teil heraus und lässt eine Lücke.</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extrahieren</translation>
    </message>
    <message>
        <source>Takes the marked part out and closes the gap.</source>
        <translation>Nimmt den markierten Teil heraus und schließt die Lücke.</translation>
    </message>
    <message>
        <source>Cut at the playhead</source>
        <translation>Am Abspielkopf schneiden</translation>
    </message>
    <message>
        <source>Splits the clips on the targeted tracks at the playhead.</source>
        <translation>Teilt die Clips der Zielspuren am Abspielkopf.</translation>
    </message>
    <message>
        <source>Cut all tracks at the playhead</source>
        <translation>Alle Spuren am Abspielkopf schneiden</translation>
    </message>
    <message>
        <source>Splits the clips on every track at the playhead.</source>
        <translation>Teilt die Clips aller Spuren am Abspielkopf.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Removes the selected clips and leaves gaps.</source>
        <translation>Entfernt die ausgewählten Clips und lässt Lücken.</translation>
    </message>
    <message>
        <source>Ripple delete</source>
        <translation>Löschen und Lücke schließen</translation>
    </message>
    <message>
        <source>Removes the selected clips and closes the gaps.</source>
        <translation>Entfernt die ausgewählten Clips und schließt die Lücken.</translation>
    </message>
    <message>
        <source>Trim start to the playhead</source>
        <translation>Anfang bis zum Abspielkopf trimmen</translation>
    </message>
    <message>
        <source>Removes what lies between the previous edit and the playhead.</source>
        <translation>Entfernt, was zwischen dem vorigen Schnitt und dem Abspielkopf liegt.</translation>
    </message>
    <message>
        <source>Trim end to the playhead</source>
        <translation>Ende ab dem Abspielkopf trimmen</translation>
    </message>
    <message>
        <source>Removes what lies between the playhead and the next edit.</source>
        <translation>Entfernt, was zwischen dem Abspielkopf und dem nächsten Schnitt liegt.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Selects every clip of the sequence.</source>
        <translation>Wählt alle Clips der Sequenz aus.</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Selects nothing.</source>
        <translation>Wählt nichts aus.</translation>
    </message>
    <message>
        <source>Linked selection</source>
        <translation>Verknüpfte Auswahl</translation>
    </message>
    <message>
        <source>A click on a clip selects its picture and its sound.</source>
        <translation>Ein Klick auf einen Clip wählt sein Bild und seinen Ton aus.</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Edges and the playhead jump to nearby edits.</source>
        <translation>Kanten und Abspielkopf springen zu nahen Schnitten.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>In setzen</translation>
    </message>
    <message>
        <source>The marked part starts at this frame.</source>
        <translation>Der markierte Teil beginnt mit diesem Bild.</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>Out setzen</translation>
    </message>
    <message>
        <source>The marked part ends with this frame.</source>
        <translation>Der markierte Teil endet mit diesem Bild.</translation>
    </message>
    <message>
        <source>Mark clip</source>
        <translation>Clip markieren</translation>
    </message>
    <message>
        <source>Marks the whole clip under the playhead.</source>
        <translation>Markiert den ganzen Clip unter dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>Zum In</translation>
    </message>
    <message>
        <source>Jumps to the first marked frame.</source>
        <translation>Springt zum ersten markierten Bild.</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>Zum Out</translation>
    </message>
    <message>
        <source>Jumps to the last marked frame.</source>
        <translation>Springt zum letzten markierten Bild.</translation>
    </message>
    <message>
        <source>Clear In</source>
        <translation>In löschen</translation>
    </message>
    <message>
        <source>Forgets the In mark.</source>
        <translation>Vergisst den In-Punkt.</translation>
    </message>
    <message>
        <source>Clear Out</source>
        <translation>Out löschen</translation>
    </message>
    <message>
        <source>Forgets the Out mark.</source>
        <translation>Vergisst den Out-Punkt.</translation>
    </message>
    <message>
        <source>Clear In and Out</source>
        <translation>In und Out löschen</translation>
    </message>
    <message>
        <source>Forgets both marks.</source>
        <translation>Vergisst beide Punkte.</translation>
    </message>
    <message>
        <source>Add mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Writes a mark at this moment for everyone.</source>
        <translation>Schreibt zu diesem Moment eine Marke für alle.</translation>
    </message>
    <message>
        <source>Add to selects</source>
        <translation>In die Auswahl</translation>
    </message>
    <message>
        <source>Keeps the marked part, with its angle, in the list of selects.</source>
        <translation>Behält den markierten Teil mit seiner Perspektive in der Auswahl.</translation>
    </message>
    <message>
        <source>String out selects</source>
        <translation>Auswahl aneinanderreihen</translation>
    </message>
    <message>
        <source>Lays the selects one after another at the end of the sequence.</source>
        <translation>Legt die Auswahl hintereinander ans Ende der Sequenz.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder stoppen</translation>
    </message>
    <message>
        <source>Plays at normal speed, or stops.</source>
        <translation>Spielt mit normaler Geschwindigkeit oder stoppt.</translation>
    </message>
    <message>
        <source>Play backwards</source>
        <translation>Rückwärts abspielen</translation>
    </message>
    <message>
        <source>Plays backwards; again for faster; with K held, slowly.</source>
        <translation>Spielt rückwärts; nochmals für schneller; mit gehaltenem K langsam.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stops on this frame.</source>
        <translation>Stoppt auf diesem Bild.</translation>
    </message>
    <message>
        <source>Play forwards</source>
        <translation>Vorwärts abspielen</translation>
    </message>
    <message>
        <source>Plays forwards; again for faster; with K held, slowly.</source>
        <translation>Spielt vorwärts; nochmals für schneller; mit gehaltenem K langsam.</translation>
    </message>
    <message>
        <source>Back one frame</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Shows the frame before.</source>
        <translation>Zeigt das vorige Bild.</translation>
    </message>
    <message>
        <source>Forward one frame</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Shows the next frame.</source>
        <translation>Zeigt das nächste Bild.</translation>
    </message>
    <message>
        <source>Back five frames</source>
        <translation>Fünf Bilder zurück</translation>
    </message>
    <message>
        <source>Goes five frames back.</source>
        <translation>Geht fünf Bilder zurück.</translation>
    </message>
    <message>
        <source>Forward five frames</source>
        <translation>Fünf Bilder weiter</translation>
    </message>
    <message>
        <source>Goes five frames on.</source>
        <translation>Geht fünf Bilder weiter.</translation>
    </message>
    <message>
        <source>Previous edit or mark</source>
        <translation>Voriger Schnitt oder Marke</translation>
    </message>
    <message>
        <source>Goes to the previous cut, or in a source to the previous mark.</source>
        <translation>Geht zum vorigen Schnitt, in einer Quelle zur vorigen Marke.</translation>
    </message>
    <message>
        <source>Next edit or mark</source>
        <translation>Nächster Schnitt oder Marke</translation>
    </message>
    <message>
        <source>Goes to the next cut, or in a source to the next mark.</source>
        <translation>Geht zum nächsten Schnitt, in einer Quelle zur nächsten Marke.</translation>
    </message>
    <message>
        <source>Go to start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Goes to the first frame.</source>
        <translation>Geht zum ersten Bild.</translation>
    </message>
    <message>
        <source>Go to end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Goes to the last frame.</source>
        <translation>Geht zum letzten Bild.</translation>
    </message>
    <message>
        <source>Go to timecode...</source>
        <translation>Gehe zu Timecode...</translation>
    </message>
    <message>
        <source>Type digits: 1423 is 00:00:14:23, +12 goes twelve frames on. The number pad's digits, + and - start it as well.</source>
        <translation>Ziffern tippen: 1423 ist 00:00:14:23, +12 geht zwölf Bilder weiter. Ziffern, + und - des Ziffernblocks beginnen die Eingabe ebenfalls.</translation>
    </message>
    <message>
        <source>Play the marked part</source>
        <translation>Markierten Teil abspielen</translation>
    </message>
    <message>
        <source>Plays from In to Out.</source>
        <translation>Spielt von In bis Out.</translation>
    </message>
    <message>
        <source>Loop the marked part</source>
        <translation>Markierten Teil wiederholen</translation>
    </message>
    <message>
        <source>Plays from In to Out again and again, until it is stopped.</source>
        <translation>Spielt von In bis Out immer wieder, bis es angehalten wird.</translation>
    </message>
    <message>
        <source>Play around the edit</source>
        <translation>Um den Schnitt herum abspielen</translation>
    </message>
    <message>
        <source>Plays from two seconds before the nearest cut to two seconds after it, and returns; away from cuts, around the playhead.</source>
        <translation>Spielt von zwei Sekunden vor dem nächsten Schnitt bis zwei Sekunden danach und kehrt zurück; fern von Schnitten um den Abspielkopf herum.</translation>
    </message>
    <message>
        <source>Sound while scrubbing</source>
        <translation>Ton beim Scrubben</translation>
    </message>
    <message>
        <source>A short burst of the sound under each frame that the hand comes to.</source>
        <translation>Kurz der Ton unter jedem Bild, zu dem die Hand kommt.</translation>
    </message>
    <message>
        <source>Picture quality: automatic</source>
        <translation>Bildqualität: automatisch</translation>
    </message>
    <message>
        <source>Plays the full picture while the link carries it, else the small one.</source>
        <translation>Spielt das volle Bild, solange die Leitung es trägt, sonst das kleine.</translation>
    </message>
    <message>
        <source>Picture quality: full</source>
        <translation>Bildqualität: voll</translation>
    </message>
    <message>
        <source>Always plays the full picture, and waits for it where the link is slow.</source>
        <translation>Spielt immer das volle Bild und wartet darauf, wo die Leitung langsam ist.</translation>
    </message>
    <message>
        <source>Picture quality: small</source>
        <translation>Bildqualität: klein</translation>
    </message>
    <message>
        <source>Always plays the small picture; at rest the full one is shown.</source>
        <translation>Spielt immer das kleine Bild; im Stand wird das volle gezeigt.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>Angle 1</source>
        <translation>Perspektive 1</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 1.</source>
        <translation>Zeigt denselben Moment aus Perspektive 1.</translation>
    </message>
    <message>
        <source>Angle 2</source>
        <translation>Perspektive 2</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 2.</source>
        <translation>Zeigt denselben Moment aus Perspektive 2.</translation>
    </message>
    <message>
        <source>Angle 3</source>
        <translation>Perspektive 3</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 3.</source>
        <translation>Zeigt denselben Moment aus Perspektive 3.</translation>
    </message>
    <message>
        <source>Angle 4</source>
        <translation>Perspektive 4</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 4.</source>
        <translation>Zeigt denselben Moment aus Perspektive 4.</translation>
    </message>
    <message>
        <source>Angle 5</source>
        <translation>Perspektive 5</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 5.</source>
        <translation>Zeigt denselben Moment aus Perspektive 5.</translation>
    </message>
    <message>
        <source>Angle 6</source>
        <translation>Perspektive 6</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 6.</source>
        <translation>Zeigt denselben Moment aus Perspektive 6.</translation>
    </message>
    <message>
        <source>Angle 7</source>
        <translation>Perspektive 7</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 7.</source>
        <translation>Zeigt denselben Moment aus Perspektive 7.</translation>
    </message>
    <message>
        <source>Angle 8</source>
        <translation>Perspektive 8</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 8.</source>
        <translation>Zeigt denselben Moment aus Perspektive 8.</translation>
    </message>
    <message>
        <source>Angle 9</source>
        <translation>Perspektive 9</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 9.</source>
        <translation>Zeigt denselben Moment aus Perspektive 9.</translation>
    </message>
    <message>
        <source>Swap to angle 1</source>
        <translation>Auf Perspektive 1 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 1.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 1.</translation>
    </message>
    <message>
        <source>Swap to angle 2</source>
        <translation>Auf Perspektive 2 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 2.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 2.</translation>
    </message>
    <message>
        <source>Swap to angle 3</source>
        <translation>Auf Perspektive 3 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 3.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 3.</translation>
    </message>
    <message>
        <source>Swap to angle 4</source>
        <translation>Auf Perspektive 4 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 4.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 4.</translation>
    </message>
    <message>
        <source>Swap to angle 5</source>
        <translation>Auf Perspektive 5 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 5.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 5.</translation>
    </message>
    <message>
        <source>Swap to angle 6</source>
        <translation>Auf Perspektive 6 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 6.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 6.</translation>
    </message>
    <message>
        <source>Swap to angle 7</source>
        <translation>Auf Perspektive 7 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 7.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 7.</translation>
    </message>
    <message>
        <source>Swap to angle 8</source>
        <translation>Auf Perspektive 8 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 8.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 8.</translation>
    </message>
    <message>
        <source>Swap to angle 9</source>
        <translation>Auf Perspektive 9 wechseln</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 9.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt dieselbe Zeit aus Perspektive 9.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Finds pictures in the event.</source>
        <translation>Findet Bilder der Veranstaltung.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Cuts the sequence.</source>
        <translation>Schneidet die Sequenz.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Ausspielen</translation>
    </message>
    <message>
        <source>Makes files of the sequence and shows the queue.</source>
        <translation>Macht Dateien aus der Sequenz und zeigt die Warteschlange.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Puts the cursor into the search field of Browse.</source>
        <translation>Setzt den Cursor in das Suchfeld von Sichten.</translation>
    </message>
    <message>
        <source>Open in Cut</source>
        <translation>Im Schnitt öffnen</translation>
    </message>
    <message>
        <source>Opens Cut on this frame and this angle.</source>
        <translation>Öffnet den Schnitt mit diesem Bild und dieser Perspektive.</translation>
    </message>
    <message>
        <source>Source viewer</source>
        <translation>Quellmonitor</translation>
    </message>
    <message>
        <source>Keys go to the source viewer.</source>
        <translation>Tasten gehen an den Quellmonitor.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Keys go to the timeline and the programme viewer.</source>
        <translation>Tasten gehen an Timeline und Programmmonitor.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shows less of the timeline, larger.</source>
        <translation>Zeigt weniger von der Timeline, größer.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Shows more of the timeline, smaller.</source>
        <translation>Zeigt mehr von der Timeline, kleiner.</translation>
    </message>
    <message>
        <source>Fit the sequence</source>
        <translation>Sequenz einpassen</translation>
    </message>
    <message>
        <source>Shows the whole sequence.</source>
        <translation>Zeigt die ganze Sequenz.</translation>
    </message>
    <message>
        <source>Maximise the panel</source>
        <translation>Bereich maximieren</translation>
    </message>
    <message>
        <source>The panel with the focus fills the window; again, or Escape, to go back.</source>
        <translation>Der Bereich mit dem Fokus füllt das Fenster; nochmals oder Escape für zurück.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>The window fills the screen; again to go back.</source>
        <translation>Das Fenster füllt den Bildschirm; nochmals für zurück.</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Puts every panel back where it was at first.</source>
        <translation>Bringt alle Bereiche dorthin, wo sie zuerst waren.</translation>
    </message>
    <message>
        <source>Opens Deliver with the sequence; there, starts making the files.</source>
        <translation>Öffnet Ausspielen mit der Sequenz; dort werden die Dateien begonnen.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About Cutaway</source>
        <translation>Über Cutaway</translation>
    </message>
    <message>
        <source>Version, licence and the cloud in use.</source>
        <translation>Version, Lizenz und die verwendete Cloud.</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>Auswahlwerkzeug</translation>
    </message>
    <message>
        <source>Moves clips and trims edges; with Ctrl, ripples or rearranges.</source>
        <translation>Bewegt Clips und trimmt Kanten; mit Strg Ripple oder Umstellen.</translation>
    </message>
    <message>
        <source>Ripple tool</source>
        <translation>Ripple-Werkzeug</translation>
    </message>
    <message>
        <source>Trims an edge, and what follows moves along.</source>
        <translation>Trimmt eine Kante, das Folgende geht mit.</translation>
    </message>
    <message>
        <source>Roll tool</source>
        <translation>Rollen-Werkzeug</translation>
    </message>
    <message>
        <source>Moves a cut between two clips.</source>
        <translation>Verschiebt einen Schnitt zwischen zwei Clips.</translation>
    </message>
    <message>
        <source>Slip tool</source>
        <translation>Unterschieben-Werkzeug</translation>
    </message>
    <message>
        <source>Shows another part of the clip in the same place.</source>
        <translation>Zeigt am selben Ort einen anderen Teil des Clips.</translation>
    </message>
    <message>
        <source>Razor tool</source>
        <translation>Rasierklinge</translation>
    </message>
    <message>
        <source>Cuts where you click.</source>
        <translation>Schneidet, wo Sie klicken.</translation>
    </message>
    <message>
        <source>Measure loudness anew</source>
        <translation>Lautheit neu messen</translation>
    </message>
    <message>
        <source>Integrated loudness and the highest true peak begin again.</source>
        <translation>Integrierte Lautheit und höchster True Peak beginnen von vorn.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Messanzeigen</translation>
    </message>
    <message>
        <source>Shows the scope used last beside the viewers; again to hide it.</source>
        <translation>Zeigt die zuletzt benutzte Messanzeige neben den Bildern; noch einmal blendet sie aus.</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Waveform</translation>
    </message>
    <message>
        <source>Shows the luma of every column of the picture.</source>
        <translation>Zeigt die Luma jeder Spalte des Bildes.</translation>
    </message>
    <message>
        <source>RGB parade</source>
        <translation>RGB-Parade</translation>
    </message>
    <message>
        <source>Shows red, green and blue of every column beside each other.</source>
        <translation>Zeigt Rot, Grün und Blau jeder Spalte nebeneinander.</translation>
    </message>
    <message>
        <source>Vectorscope</source>
        <translation>Vektorskop</translation>
    </message>
    <message>
        <source>Shows hue and saturation, with the places of colour bars.</source>
        <translation>Zeigt Farbton und Sättigung, mit den Orten der Farbbalken.</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Shows how much of the picture has which level.</source>
        <translation>Zeigt, wie viel des Bildes welchen Pegel hat.</translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation>Sichere Bereiche</translation>
    </message>
    <message>
        <source>Shows over the picture where action and graphics are safe, EBU R 95.</source>
        <translation>Zeigt über dem Bild, wo Handlung und Grafik sicher sind, EBU R 95.</translation>
    </message>
    <message>
        <source>Guide 9:16</source>
        <translation>Rahmen 9:16</translation>
    </message>
    <message>
        <source>Shows over the picture what an upright crop keeps.</source>
        <translation>Zeigt über dem Bild, was ein hochkantiger Ausschnitt behält.</translation>
    </message>
    <message>
        <source>Guide 1:1</source>
        <translation>Rahmen 1:1</translation>
    </message>
    <message>
        <source>Shows over the picture what a square crop keeps.</source>
        <translation>Zeigt über dem Bild, was ein quadratischer Ausschnitt behält.</translation>
    </message>
    <message>
        <source>Guide 4:5</source>
        <translation>Rahmen 4:5</translation>
    </message>
    <message>
        <source>Shows over the picture what a 4:5 crop keeps.</source>
        <translation>Zeigt über dem Bild, was ein Ausschnitt in 4:5 behält.</translation>
    </message>
    <message>
        <source>Make available offline</source>
        <translation>Offline verfügbar machen</translation>
    </message>
    <message>
        <source>Fetches the marked part, or the whole angle, to play without the cloud.</source>
        <translation>Holt den markierten Teil oder die ganze Perspektive, um sie ohne die Cloud abzuspielen.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Lets go of what was made available offline of this angle.</source>
        <translation>Gibt frei, was von dieser Perspektive offline verfügbar ist.</translation>
    </message>
    <message>
        <source>Keys, text size, language and picture.</source>
        <translation>Tasten, Schriftgröße, Sprache und Bild.</translation>
    </message>
    <message>
        <source>Inspect the frame</source>
        <translation>Bild prüfen</translation>
    </message>
    <message>
        <source>Shows this frame of the master at full size, to zoom into and to save.</source>
        <translation>Zeigt dieses Bild des Masters in voller Größe, zum Hineinzoomen und Speichern.</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Zum Live-Rand</translation>
    </message>
    <message>
        <source>Plays at the edge of an angle that is still coming in, and stays there until it is stopped.</source>
        <translation>Spielt am Rand eines Blickwinkels, der noch hereinkommt, und bleibt dort, bis angehalten wird.</translation>
    </message>
    <message>
        <source>Sounds of the angle...</source>
        <translation>Töne der Perspektive...</translation>
    </message>
    <message>
        <source>Chooses which sounds of the angle are heard, and on which side. What is delivered stays as it is.</source>
        <translation>Wählt, welche Töne der Perspektive zu hören sind und auf welcher Seite. Geliefertes bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Cut to the clipboard</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Takes the selected clips out and keeps them to be pasted.</source>
        <translation>Nimmt die ausgewählten Clips heraus und behält sie zum Einfügen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Keeps the selected clips to be pasted.</source>
        <translation>Behält die ausgewählten Clips zum Einfügen.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Lays what was copied over what is at the playhead.</source>
        <translation>Legt das Kopierte über das, was am Abspielkopf liegt.</translation>
    </message>
    <message>
        <source>Paste insert</source>
        <translation>Einsetzen und verschieben</translation>
    </message>
    <message>
        <source>Puts what was copied in at the playhead and pushes what follows along.</source>
        <translation>Fügt das Kopierte am Abspielkopf ein und schiebt alles Folgende weiter.</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Puts the marked part at the end of the sequence.</source>
        <translation>Setzt den markierten Teil ans Ende der Sequenz.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the source viewer, lined up at the playhead.</source>
        <translation>Der Clip unter dem Abspielkopf zeigt die Quelle, am Abspielkopf ausgerichtet.</translation>
    </message>
    <message>
        <source>Taller tracks</source>
        <translation>Höhere Spuren</translation>
    </message>
    <message>
        <source>Gives every track of the timeline more height.</source>
        <translation>Gibt jeder Spur der Timeline mehr Höhe.</translation>
    </message>
    <message>
        <source>Lower tracks</source>
        <translation>Niedrigere Spuren</translation>
    </message>
    <message>
        <source>Gives every track of the timeline less height.</source>
        <translation>Gibt jeder Spur der Timeline weniger Höhe.</translation>
    </message>
    <message>
        <source>Slide tool</source>
        <translation>Slide-Werkzeug</translation>
    </message>
    <message>
        <source>Moves a clip between its neighbours, which make up for it.</source>
        <translation>Verschiebt einen Clip zwischen seinen Nachbarn, die es ausgleichen.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Rename clip...</source>
        <translation>Clip umbenennen...</translation>
    </message>
    <message>
        <source>Gives the selected clips another name.</source>
        <translation>Gibt den ausgewählten Clips einen anderen Namen.</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>Aktivieren oder deaktivieren</translation>
    </message>
    <message>
        <source>A disabled clip keeps its place and is neither seen nor heard.</source>
        <translation>Ein deaktivierter Clip behält seinen Platz und ist weder zu sehen noch zu hören.</translation>
    </message>
    <message>
        <source>Link or unlink</source>
        <translation>Verbinden oder trennen</translation>
    </message>
    <message>
        <source>Linked clips are selected and moved together; again to take them apart.</source>
        <translation>Verbundene Clips werden zusammen ausgewählt und bewegt; nochmals, um sie zu trennen.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Zusammenfügen</translation>
    </message>
    <message>
        <source>Makes one clip of selected neighbours that go on as if they were not cut.</source>
        <translation>Macht aus ausgewählten Nachbarn, die ohne Schnitt weitergehen, einen Clip.</translation>
    </message>
    <message>
        <source>Nudge a frame earlier</source>
        <translation>Ein Bild früher</translation>
    </message>
    <message>
        <source>Moves the selected clips one frame to the left.</source>
        <translation>Verschiebt die ausgewählten Clips um ein Bild nach links.</translation>
    </message>
    <message>
        <source>Nudge a frame later</source>
        <translation>Ein Bild später</translation>
    </message>
    <message>
        <source>Moves the selected clips one frame to the right.</source>
        <translation>Verschiebt die ausgewählten Clips um ein Bild nach rechts.</translation>
    </message>
    <message>
        <source>Nudge five frames earlier</source>
        <translation>Fünf Bilder früher</translation>
    </message>
    <message>
        <source>Moves the selected clips five frames to the left.</source>
        <translation>Verschiebt die ausgewählten Clips um fünf Bilder nach links.</translation>
    </message>
    <message>
        <source>Nudge five frames later</source>
        <translation>Fünf Bilder später</translation>
    </message>
    <message>
        <source>Moves the selected clips five frames to the right.</source>
        <translation>Verschiebt die ausgewählten Clips um fünf Bilder nach rechts.</translation>
    </message>
    <message>
        <source>Match frame</source>
        <translation>Bild in der Quelle zeigen</translation>
    </message>
    <message>
        <source>Opens the angle of the clip under the playhead at this very frame.</source>
        <translation>Öffnet die Perspektive des Clips unter dem Abspielkopf bei genau diesem Bild.</translation>
    </message>
    <message>
        <source>Reverse match frame</source>
        <translation>Bild in der Sequenz zeigen</translation>
    </message>
    <message>
        <source>Goes to where the sequence shows the frame in the source viewer.</source>
        <translation>Geht dorthin, wo die Sequenz das Bild der Quelle zeigt.</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Puts a dissolve on the nearest cut of the targeted picture tracks.</source>
        <translation>Setzt eine Überblendung auf den nächsten Schnitt der Zielbildspuren.</translation>
    </message>
    <message>
        <source>Crossfade the sound</source>
        <translation>Ton überblenden</translation>
    </message>
    <message>
        <source>Puts a crossfade on the nearest cut of the targeted sound tracks.</source>
        <translation>Setzt eine Tonblende auf den nächsten Schnitt der Zieltonspuren.</translation>
    </message>
    <message>
        <source>Dissolve at both ends</source>
        <translation>Überblendung an beiden Enden</translation>
    </message>
    <message>
        <source>Puts a dissolve or crossfade at both ends of every selected clip.</source>
        <translation>Setzt eine Blende an beide Enden jedes ausgewählten Clips.</translation>
    </message>
    <message>
        <source>Dip to black</source>
        <translation>Blende über Schwarz</translation>
    </message>
    <message>
        <source>Puts a dip through black on the nearest cut of the targeted picture tracks.</source>
        <translation>Setzt eine Blende über Schwarz auf den nächsten Schnitt der Zielbildspuren.</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischblende</translation>
    </message>
    <message>
        <source>Puts a wipe from the left on the nearest cut of the targeted picture tracks.</source>
        <translation>Setzt eine Wischblende von links auf den nächsten Schnitt der Zielbildspuren.</translation>
    </message>
    <message>
        <source>Length of transitions...</source>
        <translation>Länge der Blenden...</translation>
    </message>
    <message>
        <source>Says how long a new transition is.</source>
        <translation>Bestimmt, wie lang eine neue Blende ist.</translation>
    </message>
    <message>
        <source>Remove transitions</source>
        <translation>Blenden entfernen</translation>
    </message>
    <message>
        <source>Takes the transitions at both ends of the selected clips away.</source>
        <translation>Entfernt die Blenden an beiden Enden der ausgewählten Clips.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Take the nearest edit</source>
        <translation>Nächsten Schnitt aufnehmen</translation>
    </message>
    <message>
        <source>Takes the nearest edit of the targeted tracks in hand, to trim it by keys and numbers.</source>
        <translation>Nimmt den nächsten Schnitt der Zielspuren in die Hand, um ihn mit Tasten und Zahlen zu trimmen.</translation>
    </message>
    <message>
        <source>Change what is trimmed</source>
        <translation>Trimmart wechseln</translation>
    </message>
    <message>
        <source>Rolls the edit, ripples the clip before it, or the one after it.</source>
        <translation>Rollt den Schnitt oder trimmt den Clip davor oder danach mit Nachrücken.</translation>
    </message>
    <message>
        <source>Trim a frame earlier</source>
        <translation>Ein Bild früher trimmen</translation>
    </message>
    <message>
        <source>Moves the edit in hand one frame to the left.</source>
        <translation>Verschiebt den Schnitt in der Hand um ein Bild nach links.</translation>
    </message>
    <message>
        <source>Trim a frame later</source>
        <translation>Ein Bild später trimmen</translation>
    </message>
    <message>
        <source>Moves the edit in hand one frame to the right.</source>
        <translation>Verschiebt den Schnitt in der Hand um ein Bild nach rechts.</translation>
    </message>
    <message>
        <source>Trim five frames earlier</source>
        <translation>Fünf Bilder früher trimmen</translation>
    </message>
    <message>
        <source>Moves the edit in hand five frames to the left.</source>
        <translation>Verschiebt den Schnitt in der Hand um fünf Bilder nach links.</translation>
    </message>
    <message>
        <source>Trim five frames later</source>
        <translation>Fünf Bilder später trimmen</translation>
    </message>
    <message>
        <source>Moves the edit in hand five frames to the right.</source>
        <translation>Verschiebt den Schnitt in der Hand um fünf Bilder nach rechts.</translation>
    </message>
    <message>
        <source>Extend edit</source>
        <translation>Schnitt zum Abspielkopf</translation>
    </message>
    <message>
        <source>Rolls the nearest edit of the targeted tracks to the playhead.</source>
        <translation>Rollt den nächsten Schnitt der Zielspuren zum Abspielkopf.</translation>
    </message>
    <message>
        <source>Close gap</source>
        <translation>Lücke schließen</translation>
    </message>
    <message>
        <source>Closes the gap under the playhead.</source>
        <translation>Schließt die Lücke unter dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Add marker</source>
        <translation>Marker setzen</translation>
    </message>
    <message>
        <source>Puts a marker on the sequence at the playhead, or over the marked part.</source>
        <translation>Setzt einen Marker an den Abspielkopf oder über den markierten Teil der Sequenz.</translation>
    </message>
    <message>
        <source>Edit marker...</source>
        <translation>Marker bearbeiten...</translation>
    </message>
    <message>
        <source>Names, colours or removes the marker at the playhead.</source>
        <translation>Benennt, färbt oder entfernt den Marker am Abspielkopf.</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Voriger Marker</translation>
    </message>
    <message>
        <source>Goes to the marker before the playhead.</source>
        <translation>Geht zum Marker vor dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Nächster Marker</translation>
    </message>
    <message>
        <source>Goes to the marker after the playhead.</source>
        <translation>Geht zum Marker nach dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Add picture track</source>
        <translation>Bildspur hinzufügen</translation>
    </message>
    <message>
        <source>Adds an empty track above the other pictures.</source>
        <translation>Fügt eine leere Spur über den anderen Bildern hinzu.</translation>
    </message>
    <message>
        <source>Add sound track</source>
        <translation>Tonspur hinzufügen</translation>
    </message>
    <message>
        <source>Adds an empty track below the other sounds.</source>
        <translation>Fügt eine leere Spur unter den anderen Tönen hinzu.</translation>
    </message>
    <message>
        <source>Tracks...</source>
        <translation>Spuren...</translation>
    </message>
    <message>
        <source>Names, languages, order and switches of all tracks in one list.</source>
        <translation>Namen, Sprachen, Reihenfolge und Schalter aller Spuren in einer Liste.</translation>
    </message>
    <message>
        <source>Remove empty tracks</source>
        <translation>Leere Spuren entfernen</translation>
    </message>
    <message>
        <source>Takes every track away on which nothing lies.</source>
        <translation>Entfernt jede Spur, auf der nichts liegt.</translation>
    </message>
    <message>
        <source>Keys...</source>
        <translation>Tasten...</translation>
    </message>
    <message>
        <source>Lists every command with its keys, and changes them.</source>
        <translation>Zeigt jeden Befehl mit seinen Tasten und ändert sie.</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Befehl suchen...</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do; Return does it.</source>
        <translation>Ein paar Buchstaben dessen tippen, was Sie tun möchten; Return tut es.</translation>
    </message>
    <message>
        <source>History...</source>
        <translation>Verlauf...</translation>
    </message>
    <message>
        <source>Lists the steps of this cut, to go back to any of them.</source>
        <translation>Listet die Schritte dieses Schnitts auf, um zu jedem zurückzugehen.</translation>
    </message>
    <message>
        <source>Versions...</source>
        <translation>Versionen...</translation>
    </message>
    <message>
        <source>Shows every saved version of this project, and goes back to one.</source>
        <translation>Zeigt jede gespeicherte Version dieses Projekts und geht zu einer zurück.</translation>
    </message>
    <message>
        <source>Cut between angles</source>
        <translation>Zwischen Perspektiven schneiden</translation>
    </message>
    <message>
        <source>While the timeline has the keys, 1 to 9 cut to that angle at the playhead, playing or not.</source>
        <translation>Solange die Timeline die Tasten hat, schneiden 1 bis 9 am Abspielkopf auf diese Perspektive, auch beim Abspielen.</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Writes the sequence for other programs, and says what they cannot hold.</source>
        <translation>Schreibt die Sequenz für andere Programme und sagt, was diese nicht fassen.</translation>
    </message>
    <message>
        <source>Speed...</source>
        <translation>Geschwindigkeit …</translation>
    </message>
    <message>
        <source>Makes the selected clips faster, slower or play backwards.</source>
        <translation>Macht die gewählten Clips schneller, langsamer oder lässt sie rückwärts laufen.</translation>
    </message>
    <message>
        <source>Freeze frame</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>From the playhead on the clip holds its picture, to its end. Sounds go on.</source>
        <translation>Ab dem Abspielkopf hält der Clip sein Bild bis zum Ende. Der Ton läuft weiter.</translation>
    </message>
    <message>
        <source>Fit to fill</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>The marked part fills the marked part of the sequence, as fast as that takes.</source>
        <translation>Der markierte Teil füllt den markierten Teil der Sequenz, so schnell, wie es dafür nötig ist.</translation>
    </message>
    <message>
        <source>Insert freeze frame...</source>
        <translation>Standbild einfügen …</translation>
    </message>
    <message>
        <source>Holds the picture at the playhead for a while; then the clip goes on.</source>
        <translation>Hält das Bild am Abspielkopf eine Weile; danach läuft der Clip weiter.</translation>
    </message>
    <message>
        <source>Patch...</source>
        <translation>Zuordnen …</translation>
    </message>
    <message>
        <source>Says which part of the source goes to which track.</source>
        <translation>Legt fest, welcher Teil der Quelle auf welche Spur kommt.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>Opens a sequence of another program as a new project, once its media is found.</source>
        <translation>Öffnet eine Sequenz eines anderen Programms als neues Projekt, sobald ihre Medien gefunden sind.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Selects, moves and trims the selected clips together from now on, beside links.</source>
        <translation>Die gewählten Clips werden von nun an zusammen gewählt, verschoben und getrimmt, neben Verknüpfungen.</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Takes the groups of the selected clips apart; links stay.</source>
        <translation>Löst die Gruppen der gewählten Clips auf; Verknüpfungen bleiben.</translation>
    </message>
    <message>
        <source>Add marker to the clip</source>
        <translation>Marker auf den Clip setzen</translation>
    </message>
    <message>
        <source>Puts a marker on the clip at hand, at the playhead or over the marked part.</source>
        <translation>Setzt einen Marker auf den Clip, bei dem man ist: am Abspielkopf oder über den markierten Teil.</translation>
    </message>
    <message>
        <source>Save as a new project</source>
        <translation>Als neues Projekt speichern</translation>
    </message>
    <message>
        <source>Makes a project of its own of what is shown, and goes on in that.</source>
        <translation>Macht aus dem, was zu sehen ist, ein eigenes Projekt und arbeitet darin weiter.</translation>
    </message>
    <message>
        <source>Ask for the project</source>
        <translation>Um das Projekt bitten</translation>
    </message>
    <message>
        <source>Tells whoever edits this project that you would like to.</source>
        <translation>Sagt der Person, die dieses Projekt bearbeitet, dass Sie es gern übernehmen würden.</translation>
    </message>
    <message>
        <source>Edit the project</source>
        <translation>Das Projekt bearbeiten</translation>
    </message>
    <message>
        <source>Takes the project over when nobody edits it, or who did has gone.</source>
        <translation>Übernimmt das Projekt, wenn es niemand bearbeitet oder wer es tat, nicht mehr da ist.</translation>
    </message>
    <message>
        <source>Hand the project over</source>
        <translation>Das Projekt übergeben</translation>
    </message>
    <message>
        <source>Saves, and gives the project to whoever asks for it.</source>
        <translation>Speichert und gibt das Projekt an die Person, die darum bittet.</translation>
    </message>
    <message>
        <source>Your name...</source>
        <translation>Ihr Name ...</translation>
    </message>
    <message>
        <source>What others on the same project see as your name.</source>
        <translation>Was andere am selben Projekt als Ihren Namen sehen.</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Titles and graphics...</source>
        <translation>Titel und Grafik ...</translation>
    </message>
    <message>
        <source>Shows the templates; Enter adds one over the marked part or at the playhead.</source>
        <translation>Zeigt die Vorlagen; Enter setzt eine über den markierten Teil oder an den Abspielkopf.</translation>
    </message>
    <message>
        <source>Edit graphic...</source>
        <translation>Grafik bearbeiten ...</translation>
    </message>
    <message>
        <source>Shows the fields of the graphic that is selected or in view.</source>
        <translation>Zeigt die Felder der Grafik, die ausgewählt oder zu sehen ist.</translation>
    </message>
    <message>
        <source>Fill graphic from the catalogue...</source>
        <translation>Grafik aus dem Katalog füllen ...</translation>
    </message>
    <message>
        <source>Lists the names and the event of the picture below the graphic.</source>
        <translation>Listet die Namen und den Wettbewerb des Bildes unter der Grafik auf.</translation>
    </message>
    <message>
        <source>Language of graphics...</source>
        <translation>Sprache der Grafik ...</translation>
    </message>
    <message>
        <source>Says in which language the sequence shows its graphics.</source>
        <translation>Sagt, in welcher Sprache die Sequenz ihre Grafik zeigt.</translation>
    </message>
    <message>
        <source>Make subclips</source>
        <translation>Subclips anlegen</translation>
    </message>
    <message>
        <source>Keeps what is selected on the timeline, clip by clip, in the selects.</source>
        <translation>Legt die Auswahl der Timeline Clip für Clip in der Auswahlliste ab.</translation>
    </message>
    <message>
        <source>Go to the selects</source>
        <translation>Zur Auswahlliste</translation>
    </message>
    <message>
        <source>The list of selects gets the keys: 0 to 5 rate, Enter opens.</source>
        <translation>Die Auswahlliste bekommt die Tasten: 0 bis 5 bewerten, Enter öffnet.</translation>
    </message>
    <message>
        <source>Search the selects</source>
        <translation>Auswahlliste durchsuchen</translation>
    </message>
    <message>
        <source>Shows only those whose name, angle or note has these words.</source>
        <translation>Zeigt nur, was diese Wörter in Name, Winkel oder Notiz hat.</translation>
    </message>
    <message>
        <source>New bin</source>
        <translation>Neue Ablage</translation>
    </message>
    <message>
        <source>A place for selects, in the one that is chosen.</source>
        <translation>Ein Platz für Ausgewähltes, in der gewählten Ablage.</translation>
    </message>
    <message>
        <source>Rename the select</source>
        <translation>Ausgewähltes umbenennen</translation>
    </message>
    <message>
        <source>Gives the chosen select or bin another name, in place.</source>
        <translation>Gibt dem gewählten Eintrag oder der Ablage an Ort und Stelle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Note on the select...</source>
        <translation>Notiz zum Ausgewählten ...</translation>
    </message>
    <message>
        <source>Writes down what to remember about the chosen selects.</source>
        <translation>Hält fest, was man sich zu den gewählten Einträgen merken will.</translation>
    </message>
    <message>
        <source>Rate the select higher</source>
        <translation>Ausgewähltes besser bewerten</translation>
    </message>
    <message>
        <source>Gives the chosen selects one star more.</source>
        <translation>Gibt den gewählten Einträgen einen Stern mehr.</translation>
    </message>
    <message>
        <source>Rate the select lower</source>
        <translation>Ausgewähltes schlechter bewerten</translation>
    </message>
    <message>
        <source>Takes one star from the chosen selects.</source>
        <translation>Nimmt den gewählten Einträgen einen Stern.</translation>
    </message>
    <message>
        <source>Fit into the frame</source>
        <translation>In das Bild einpassen</translation>
    </message>
    <message>
        <source>Shows all of the selected pictures, whatever their shape.</source>
        <translation>Zeigt die ausgewählten Bilder ganz, welche Form sie auch haben.</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Bild füllen</translation>
    </message>
    <message>
        <source>Shows the selected pictures over the whole frame, cut off at two sides.</source>
        <translation>Zeigt die ausgewählten Bilder über die ganze Fläche, an zwei Seiten beschnitten.</translation>
    </message>
    <message>
        <source>Add or remove keyframes</source>
        <translation>Keyframes setzen oder entfernen</translation>
    </message>
    <message>
        <source>Of position, scale, rotation and opacity of the selected pictures, at the playhead.</source>
        <translation>Von Position, Größe, Drehung und Deckkraft der ausgewählten Bilder, am Abspielkopf.</translation>
    </message>
    <message>
        <source>Previous keyframe</source>
        <translation>Voriger Keyframe</translation>
    </message>
    <message>
        <source>Goes to the keyframe before the playhead in the selected pictures.</source>
        <translation>Geht in den ausgewählten Bildern zum Keyframe vor dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Next keyframe</source>
        <translation>Nächster Keyframe</translation>
    </message>
    <message>
        <source>Goes to the keyframe after the playhead in the selected pictures.</source>
        <translation>Geht in den ausgewählten Bildern zum Keyframe nach dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Copy attributes</source>
        <translation>Attribute kopieren</translation>
    </message>
    <message>
        <source>Remembers how the selected picture lies on the frame, with its keyframes.</source>
        <translation>Merkt sich, wie das ausgewählte Bild liegt, mit seinen Keyframes.</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>Attribute einfügen</translation>
    </message>
    <message>
        <source>Lets the selected pictures lie as the one that was copied.</source>
        <translation>Legt die ausgewählten Bilder so wie das kopierte.</translation>
    </message>
    <message>
        <source>Reset picture</source>
        <translation>Bild zurücksetzen</translation>
    </message>
    <message>
        <source>Takes all that was set about the selected pictures away.</source>
        <translation>Nimmt alles zurück, was an den ausgewählten Bildern eingestellt war.</translation>
    </message>
    <message>
        <source>Sequence settings...</source>
        <translation>Sequenzeinstellungen …</translation>
    </message>
    <message>
        <source>Rate, size, aspect, framing and timecode of the sequence.</source>
        <translation>Bildrate, Größe, Format, Bildanpassung und Timecode der Sequenz.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Gain, pan and channels...</source>
        <translation>Pegel, Panorama und Kanäle …</translation>
    </message>
    <message>
        <source>Says by number how the selected sounds are heard.</source>
        <translation>Legt mit Zahlen fest, wie die ausgewählten Töne zu hören sind.</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Makes the selected sounds one decibel louder.</source>
        <translation>Macht die ausgewählten Töne ein Dezibel lauter.</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Makes the selected sounds one decibel quieter.</source>
        <translation>Macht die ausgewählten Töne ein Dezibel leiser.</translation>
    </message>
    <message>
        <source>Add or remove a gain keyframe</source>
        <translation>Pegel-Keyframe setzen oder entfernen</translation>
    </message>
    <message>
        <source>At the playhead, on the selected sounds; their line bends there.</source>
        <translation>Am Abspielkopf, auf den ausgewählten Tönen; ihre Linie knickt dort.</translation>
    </message>
    <message>
        <source>Remove gain keyframes</source>
        <translation>Pegel-Keyframes entfernen</translation>
    </message>
    <message>
        <source>Takes all of them off the selected sounds.</source>
        <translation>Nimmt sie alle von den ausgewählten Tönen.</translation>
    </message>
    <message>
        <source>Duck under other sounds...</source>
        <translation>Unter andere Töne absenken …</translation>
    </message>
    <message>
        <source>Turns the selected music down wherever speech is heard on other tracks.</source>
        <translation>Senkt die ausgewählte Musik ab, wo auf anderen Spuren Sprache zu hören ist.</translation>
    </message>
    <message>
        <source>Record voice-over...</source>
        <translation>Kommentar aufnehmen …</translation>
    </message>
    <message>
        <source>Records from the microphone to the sequence; again to begin and to end a take.</source>
        <translation>Nimmt vom Mikrofon zur Sequenz auf; noch einmal beginnt und beendet eine Aufnahme.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Shows where and how large the selected pictures lie, in numbers.</source>
        <translation>Zeigt in Zahlen, wo und wie groß die ausgewählten Bilder liegen.</translation>
    </message>
</context>
<context>
    <name>DeliverWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>Looking up the full-quality pictures</source>
        <translation>Bilder in voller Qualität werden gesucht</translation>
    </message>
    <message>
        <source>Fetching the full-quality pictures</source>
        <translation>Bilder in voller Qualität werden geholt</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>Bilder werden gerechnet</translation>
    </message>
    <message>
        <source>Putting the file together</source>
        <translation>Datei wird zusammengesetzt</translation>
    </message>
    <message>
        <source>Checking every frame</source>
        <translation>Jedes Bild wird geprüft</translation>
    </message>
    <message>
        <source>Storing the file</source>
        <translation>Datei wird abgelegt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Ausgespielt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>It may have arrived. The cloud is told when it is back.</source>
        <translation>Es kann angekommen sein. Der Cloud wird es gesagt, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>Waits for another cloud, %1.</source>
        <translation>Wartet auf eine andere Cloud, %1.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Kept on this computer since %1. Sent when the cloud is back.</source>
        <translation>Seit %1 auf diesem Rechner. Wird gesendet, wenn die Cloud wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
</context>
<context>
    <name>ImportSearch</name>
    <message>
        <source>It is too large to be a sequence.</source>
        <translation>Für eine Sequenz ist sie zu groß.</translation>
    </message>
    <message>
        <source>It is of no format that can be read.</source>
        <translation>Es hat kein Format, das gelesen werden kann.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>This is not a key.</source>
        <translation>Das ist keine Taste.</translation>
    </message>
    <message>
        <source>Escape always leads back: out of a panel, a drag, a field.</source>
        <translation>Escape führt immer zurück: aus einem Bereich, einem Ziehen, einem Feld.</translation>
    </message>
    <message>
        <source>Tab goes from one control to the next.</source>
        <translation>Tab geht von einem Bedienelement zum nächsten.</translation>
    </message>
    <message>
        <source>+ starts typing a timecode.</source>
        <translation>+ beginnt die Eingabe eines Timecodes.</translation>
    </message>
    <message>
        <source>The keys of “%1” are not a list.</source>
        <translation>Die Tasten von „%1“ sind keine Liste.</translation>
    </message>
    <message>
        <source>“%1” of “%2” is not a key.</source>
        <translation>„%1“ bei „%2“ ist keine Taste.</translation>
    </message>
    <message>
        <source>“%1” cannot have the key %2. %3</source>
        <translation>„%1“ kann die Taste %2 nicht bekommen. %3</translation>
    </message>
    <message>
        <source>“base” is “%1”; it is “premiere” or “avid” in a keymap of Cutaway.</source>
        <translation>„base“ ist „%1“; in einer Tastenbelegung von Cutaway ist es „premiere“ oder „avid“.</translation>
    </message>
    <message>
        <source>“commands” does not list commands.</source>
        <translation>„commands“ führt keine Befehle auf.</translation>
    </message>
    <message>
        <source>“%1” has no list of keys.</source>
        <translation>„%1“ hat keine Liste von Tasten.</translation>
    </message>
    <message>
        <source>This is no keymap of Cutaway: it is larger than a megabyte.</source>
        <translation>Das ist keine Tastenbelegung von Cutaway: Sie ist größer als ein Megabyte.</translation>
    </message>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>Zeile %1 ist kein JSON: %2.</translation>
    </message>
    <message>
        <source>This is no keymap of Cutaway: “cutaway_keymap” is missing.</source>
        <translation>Das ist keine Tastenbelegung von Cutaway: „cutaway_keymap“ fehlt.</translation>
    </message>
    <message>
        <source>This keymap was written by another version of Cutaway (format %1; this one reads 1).</source>
        <translation>Diese Tastenbelegung stammt von einer anderen Version von Cutaway (Format %1; diese liest 1).</translation>
    </message>
    <message>
        <source>Your own keys could not be read and are put aside as “%1” in %2. %3</source>
        <translation>Ihre eigenen Tasten ließen sich nicht lesen und liegen als „%1“ in %2. %3</translation>
    </message>
    <message>
        <source>Cutaway, Avid keys</source>
        <translation>Cutaway, Tasten wie in Avid</translation>
    </message>
    <message>
        <source>Cutaway, Premiere keys</source>
        <translation>Cutaway, Tasten wie in Premiere</translation>
    </message>
    <message>
        <source>with changes of my own</source>
        <translation>mit eigenen Änderungen</translation>
    </message>
    <message>
        <source>Keys alone</source>
        <translation>Tasten allein</translation>
    </message>
    <message>
        <source>With Shift</source>
        <translation>Mit Umschalt</translation>
    </message>
    <message>
        <source>With Ctrl</source>
        <translation>Mit Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Only on the Browse page.</source>
        <translation>Nur auf der Seite „Sichten“.</translation>
    </message>
    <message>
        <source>Only on the Cut page.</source>
        <translation>Nur auf der Seite „Schnitt“.</translation>
    </message>
    <message>
        <source>Only on the Deliver page.</source>
        <translation>Nur auf der Seite „Ausspielen“.</translation>
    </message>
    <message>
        <source>Only on the Browse and Cut pages.</source>
        <translation>Nur auf den Seiten „Sichten“ und „Schnitt“.</translation>
    </message>
</context>
<context>
    <name>LabelColour</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Cyan</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
</context>
<context>
    <name>MediaResolver</name>
    <message>
        <source>This angle is not known while there is no cloud.</source>
        <translation>Diese Perspektive ist ohne Cloud nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>ddd d MMM, HH:mm:ss</source>
        <translation>ddd d. MMM, HH:mm:ss</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm:ss</source>
        <translation>ddd d. MMM yyyy, HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Cutaway: cut a live event from wherever you are.</source>
        <translation>Cutaway: ein Live-Event schneiden, wo immer Sie sind.</translation>
    </message>
    <message>
        <source>Work with the cloud at this address.</source>
        <translation>Mit der Cloud an dieser Adresse arbeiten.</translation>
    </message>
    <message>
        <source>File that holds the token for --cloud.</source>
        <translation>Datei mit dem Token für --cloud.</translation>
    </message>
    <message>
        <source>Send the token unencrypted to a --cloud beyond this computer.</source>
        <translation>Das Token unverschlüsselt an eine --cloud außerhalb dieses Computers senden.</translation>
    </message>
    <message>
        <source>Folder of this computer's own cloud and of everything kept here.</source>
        <translation>Ordner der Cloud dieses Computers und von allem, was hier behalten wird.</translation>
    </message>
    <message>
        <source>Walk through the main job by itself, leave pictures and the delivered file in DIR, and end.</source>
        <translation>Den Hauptablauf selbst durchgehen, Bilder und die ausgespielte Datei in DIR ablegen und enden.</translation>
    </message>
    <message>
        <source>Print a line of JSON when the window is usable, and end.</source>
        <translation>Eine Zeile JSON ausgeben, wenn das Fenster benutzbar ist, und enden.</translation>
    </message>
    <message>
        <source>Print the same line when the first picture of an angle is seen, and end.</source>
        <translation>Dieselbe Zeile ausgeben, wenn das erste Bild einer Perspektive zu sehen ist, und enden.</translation>
    </message>
</context>
<context>
    <name>PictureQuality</name>
    <message>
        <source>The small picture plays, as chosen in the Play menu. At rest the full one is shown.</source>
        <translation>Das kleine Bild läuft, wie im Menü „Wiedergabe“ gewählt. Im Stand wird das volle gezeigt.</translation>
    </message>
    <message>
        <source>The link does not carry the full picture: the small one plays. At rest the full one is shown.</source>
        <translation>Die Leitung trägt das volle Bild nicht: Das kleine läuft. Im Stand wird das volle gezeigt.</translation>
    </message>
    <message>
        <source>The link carries %1 Mb/s: the small picture plays. At rest the full one is shown.</source>
        <translation>Die Leitung trägt %1 Mb/s: Das kleine Bild läuft. Im Stand wird das volle gezeigt.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>fade %1 f</source>
        <translation>Blende %1 B</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Freeze</source>
        <translation>Standbild</translation>
    </message>
</context>
<context>
    <name>TimelineActions</name>
    <message>
        <source>Target or not</source>
        <translation>Ziel oder nicht</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Mute or hide, or not</source>
        <translation>Stumm oder ausgeblendet, oder nicht</translation>
    </message>
    <message>
        <source>Solo or not</source>
        <translation>Solo oder nicht</translation>
    </message>
    <message>
        <source>Sync lock or not</source>
        <translation>Sync-Sperre oder nicht</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Go to its start</source>
        <translation>Zum Anfang gehen</translation>
    </message>
</context>
<context>
    <name>TimelineMenu</name>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Rename %1...</source>
        <translation>%1 umbenennen...</translation>
    </message>
    <message>
        <source>Rename a track</source>
        <translation>Spur umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language...</source>
        <translation>Sprache...</translation>
    </message>
    <message>
        <source>Language of %1</source>
        <translation>Sprache von %1</translation>
    </message>
    <message>
        <source>A tag such as de, en or pt-BR; empty for none</source>
        <translation>Ein Kürzel wie de, en oder pt-BR; leer für keine</translation>
    </message>
    <message>
        <source>Sync lock</source>
        <translation>Sync-Sperre</translation>
    </message>
    <message>
        <source>Moves along when another track ripples.</source>
        <translation>Rückt mit, wenn eine andere Spur nachrückt.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>sound track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>picture track</source>
        <translation>Bildspur</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 Clip</translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation>%1 Clips</translation>
    </message>
    <message>
        <source>targeted</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>not sync locked</source>
        <translation>ohne Sync-Sperre</translation>
    </message>
    <message>
        <source>unnamed clip</source>
        <translation>Clip ohne Namen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>nicht zu hören</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht zu sehen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>after a gap of %1</source>
        <translation>nach einer Lücke von %1</translation>
    </message>
    <message>
        <source>fades in over %1</source>
        <translation>Aufblende über %1</translation>
    </message>
    <message>
        <source>fades out over %1</source>
        <translation>Abblende über %1</translation>
    </message>
    <message>
        <source>crossfades in over %1</source>
        <translation>beginnt mit einer Tonblende von %1</translation>
    </message>
    <message>
        <source>crossfades out over %1</source>
        <translation>endet mit einer Tonblende von %1</translation>
    </message>
    <message>
        <source>dips in from black over %1</source>
        <translation>beginnt mit einer Blende über Schwarz von %1</translation>
    </message>
    <message>
        <source>dips to black over %1</source>
        <translation>endet mit einer Blende über Schwarz von %1</translation>
    </message>
    <message>
        <source>wipes in over %1</source>
        <translation>beginnt mit einer Wischblende von %1</translation>
    </message>
    <message>
        <source>wiped out over %1</source>
        <translation>endet mit einer Wischblende von %1</translation>
    </message>
    <message>
        <source>dissolves in over %1</source>
        <translation>beginnt mit einer Überblendung von %1</translation>
    </message>
    <message>
        <source>dissolves out over %1</source>
        <translation>endet mit einer Überblendung von %1</translation>
    </message>
    <message>
        <source>for which %1 is missing</source>
        <translation>wofür %1 fehlen</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Markers, 1 marker</source>
        <translation>Markerliste, 1 Marker</translation>
    </message>
    <message>
        <source>Markers, %1 markers</source>
        <translation>Markerliste, %1 Marker</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>graphic</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>1 marker</source>
        <translation>1 Marker</translation>
    </message>
    <message>
        <source>%1 markers</source>
        <translation>%1 Marker</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Target: edits land on this track.</source>
        <translation>Ziel: Bearbeitungen landen auf dieser Spur.</translation>
    </message>
    <message>
        <source>Show or hide this track.</source>
        <translation>Diese Spur zeigen oder ausblenden.</translation>
    </message>
    <message>
        <source>Lock: nothing changes on this track.</source>
        <translation>Sperren: Auf dieser Spur ändert sich nichts.</translation>
    </message>
    <message>
        <source>Mute this track.</source>
        <translation>Diese Spur stummschalten.</translation>
    </message>
    <message>
        <source>Solo: only tracks with solo are heard.</source>
        <translation>Solo: Nur Spuren mit Solo sind zu hören.</translation>
    </message>
    <message>
        <source>no sync</source>
        <translation>ohne Sync</translation>
    </message>
    <message>
        <source>Patch: this sound of the source goes into edits. Drag it to another track.</source>
        <translation>Zuordnung: Dieser Ton der Quelle kommt in die Schnitte. Auf eine andere Spur ziehbar.</translation>
    </message>
    <message>
        <source>Patch: the picture of the source goes into edits. Drag it to another track.</source>
        <translation>Zuordnung: Das Bild der Quelle kommt in die Schnitte. Auf eine andere Spur ziehbar.</translation>
    </message>
</context>
<context>
    <name>Transition</name>
    <message>
        <source>needs %1 f more</source>
        <translation>braucht %1 B. mehr</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Macht sich bereit</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>Neue Zeit</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>Noch ohne Zeit</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Waiting for pictures</source>
        <translation>Wartet auf Bilder</translation>
    </message>
    <message>
        <source>1 angle</source>
        <translation>1 Perspektive</translation>
    </message>
    <message>
        <source>%1 angles</source>
        <translation>%1 Perspektiven</translation>
    </message>
</context>
<context>
    <name>cutaway::Editor</name>
    <message>
        <source>The demo event is complete.</source>
        <translation>Die Demo-Veranstaltung ist vollständig.</translation>
    </message>
</context>
<context>
    <name>cutaway::OfflineCommands</name>
    <message>
        <source>%1 is being fetched. Stop that first, or wait for its end.</source>
        <translation>%1 wird gerade geholt. Stoppen Sie das zuerst, oder warten Sie das Ende ab.</translation>
    </message>
    <message>
        <source>Open an angle first.</source>
        <translation>Öffnen Sie zuerst eine Perspektive.</translation>
    </message>
    <message>
        <source>Nothing of this angle was made available offline.</source>
        <translation>Von dieser Perspektive ist nichts offline verfügbar.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Make available offline</source>
        <translation>Offline verfügbar machen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ActionSet</name>
    <message>
        <source>%1 (%2)</source>
        <comment>command and key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This window cannot do it.</source>
        <translation>Dieses Fenster kann das nicht.</translation>
    </message>
    <message>
        <source>There is nothing to do it with now.</source>
        <translation>Jetzt ist nichts da, womit es ginge.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleDirectory</name>
    <message>
        <source>There is no cloud. Other angles come when it is back.</source>
        <translation>Es gibt keine Cloud. Andere Perspektiven kommen, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>This clip belongs to no event with other angles.</source>
        <translation>Dieser Clip gehört zu keinem Wettbewerb mit anderen Perspektiven.</translation>
    </message>
    <message>
        <source>There is no angle %1 here.</source>
        <translation>Hier gibt es keine Perspektive %1.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleGrid</name>
    <message>
        <source>Go on with angle %1 (key %1)</source>
        <translation>Mit Perspektive %1 weiter (Taste %1)</translation>
    </message>
    <message>
        <source>Angle %1, %2</source>
        <translation>Perspektive %1, %2</translation>
    </message>
    <message>
        <source>All angles</source>
        <translation>Alle Perspektiven</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleSounds</name>
    <message>
        <source>Sound %1, mono</source>
        <translation>Ton %1, mono</translation>
    </message>
    <message>
        <source>Sound %1, stereo</source>
        <translation>Ton %1, stereo</translation>
    </message>
    <message>
        <source>Sound %1</source>
        <translation>Ton %1</translation>
    </message>
    <message>
        <source>%1 of %2 sounds</source>
        <translation>%1 von %2 Tönen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleTiles</name>
    <message>
        <source>No picture at this time</source>
        <translation>Zu dieser Zeit kein Bild</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::BrowsePage</name>
    <message>
        <source>Search events, athletes, venues and marks</source>
        <translation>Wettbewerbe, Sportler, Orte und Marken suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>Mit Bildern</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Medals</source>
        <translation>Medaillen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not reachable since %1. Showing the saved catalogue.</source>
        <translation>Seit %1 nicht erreichbar. Gezeigt wird der gespeicherte Katalog.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The catalogue cannot be read</source>
        <translation>Der Katalog kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Connect...</source>
        <translation>Verbinden...</translation>
    </message>
    <message>
        <source>Starting the cloud on this computer</source>
        <translation>Die Cloud auf diesem Computer startet</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>Der Katalog wird gelesen</translation>
    </message>
    <message>
        <source>Nothing is scheduled yet</source>
        <translation>Noch ist nichts angesetzt</translation>
    </message>
    <message>
        <source>Events appear here as soon as the cloud knows of them.</source>
        <translation>Wettbewerbe erscheinen hier, sobald die Cloud sie kennt.</translation>
    </message>
    <message>
        <source>Nothing here with pictures</source>
        <translation>Hier ist nichts mit Bildern</translation>
    </message>
    <message>
        <source>No results for '%1' with pictures</source>
        <translation>Keine Treffer für „%1“ mit Bildern</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>No results for '%1'</source>
        <translation>Keine Treffer für „%1“</translation>
    </message>
    <message>
        <source>Try fewer words, or look everywhere.</source>
        <translation>Versuchen Sie weniger Wörter oder suchen Sie überall.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>Noch gibt es kein Bild zum Behalten.</translation>
    </message>
    <message>
        <source>Kept in the selects: %1</source>
        <translation>In der Auswahl: %1</translation>
    </message>
    <message>
        <source>There is no picture to cut yet.</source>
        <translation>Noch gibt es kein Bild zum Schneiden.</translation>
    </message>
    <message>
        <source>There are no pictures of this to open.</source>
        <translation>Davon gibt es keine Bilder zum Öffnen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CardView</name>
    <message>
        <source>Events</source>
        <translation>Wettbewerbe</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CloudSession</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CommandKeys</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Die neue Taste</translation>
    </message>
    <message>
        <source>Gives the command the keys again that it has in the keymap</source>
        <translation>Gibt dem Befehl wieder die Tasten der Belegung</translation>
    </message>
    <message>
        <source>No command chosen</source>
        <translation>Kein Befehl gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list to change its keys.</source>
        <translation>Wählen Sie einen in der Liste, um seine Tasten zu ändern.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Add a key to “%1”</source>
        <translation>Taste zu „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Takes the key away from “%1”</source>
        <translation>Nimmt „%1“ die Taste weg</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”: take it back</source>
        <translation>%1 hat jetzt „%2“: zurücknehmen</translation>
    </message>
    <message>
        <source>%1 cannot be given away. %2</source>
        <translation>%1 lässt sich nicht vergeben. %2</translation>
    </message>
    <message>
        <source>%1 is a key of %2.</source>
        <translation>%1 ist eine Taste von %2.</translation>
    </message>
    <message>
        <source>%1 is a key of these: %2.</source>
        <translation>%1 ist eine Taste von: %2.</translation>
    </message>
    <message>
        <source>Without any key then: %1.</source>
        <translation>Dann ohne Taste: %1.</translation>
    </message>
    <message>
        <source>Give it to “%1”</source>
        <translation>An „%1“ geben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 for “%2”</source>
        <translation>%1 für „%2“</translation>
    </message>
    <message>
        <source>taking %1 away from “%2”</source>
        <translation>%1 von „%2“ wegnehmen</translation>
    </message>
    <message>
        <source>resetting “%1”</source>
        <translation>Zurücksetzen von „%1“</translation>
    </message>
    <message>
        <source>Take it back for “%1”</source>
        <translation>Für „%1“ zurücknehmen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CommandPalette</name>
    <message>
        <source>Not now: %1</source>
        <translation>Jetzt nicht: %1</translation>
    </message>
    <message>
        <source>No command is called that. Try another word for it.</source>
        <translation>Kein Befehl heißt so. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ConnectDialog</name>
    <message>
        <source>Allow an unencrypted connection (anybody on the way can read it)</source>
        <translation>Unverschlüsselte Verbindung erlauben (jeder unterwegs kann mitlesen)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to a cloud</source>
        <translation>Mit einer Cloud verbinden</translation>
    </message>
    <message>
        <source>Address of the cloud</source>
        <translation>Adresse der Cloud</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>The person who runs the cloud gives you a token. It is kept in the system's keychain, or in a file that only you can read.</source>
        <translation>Wer die Cloud betreibt, gibt Ihnen ein Token. Es liegt im Schlüsselbund des Systems, oder in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Diesen Computer verwenden</translation>
    </message>
    <message>
        <source>Go back to the cloud that Cutaway runs on this computer</source>
        <translation>Zurück zur Cloud, die Cutaway auf diesem Computer betreibt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type the address of the cloud, as in https://cloud.example.org.</source>
        <translation>Geben Sie die Adresse der Cloud ein, etwa https://cloud.example.org.</translation>
    </message>
    <message>
        <source>This is not an address of a cloud. It begins with https:// and names a computer.</source>
        <translation>Das ist keine Adresse einer Cloud. Sie beginnt mit https:// und nennt einen Computer.</translation>
    </message>
    <message>
        <source>This address is not encrypted: anybody on the way could read your token and the pictures. Use https://, or allow it below if the network is yours.</source>
        <translation>Diese Adresse ist unverschlüsselt: Jeder unterwegs könnte Ihr Token und die Bilder lesen. Verwenden Sie https:// oder erlauben Sie es unten, wenn das Netz Ihres ist.</translation>
    </message>
    <message>
        <source>Type the token that you were given.</source>
        <translation>Geben Sie das Token ein, das Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>The cloud does not know this token. Check it, or ask for a new one.</source>
        <translation>Die Cloud kennt dieses Token nicht. Prüfen Sie es oder bitten Sie um ein neues.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Mit %1 verbunden.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ConversionDialog</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CutPage</name>
    <message>
        <source>Nothing was left behind. Every project was closed, or is open.</source>
        <translation>Es ist nichts liegen geblieben. Jedes Projekt wurde geschlossen oder ist offen.</translation>
    </message>
    <message>
        <source>There is no picture under the playhead.</source>
        <translation>Unter dem Abspielkopf ist kein Bild.</translation>
    </message>
    <message>
        <source>Open a sequence</source>
        <translation>Sequenz öffnen</translation>
    </message>
    <message>
        <source>OpenTimelineIO (*.otio);;All files (*)</source>
        <translation>OpenTimelineIO (*.otio);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>OpenTimelineIO (*.otio)</source>
        <translation>OpenTimelineIO (*.otio)</translation>
    </message>
    <message>
        <source>The cloud is away. The project that is open goes on being kept on this computer.</source>
        <translation>Die Cloud ist weg. Das offene Projekt wird weiter auf diesem Computer behalten.</translation>
    </message>
    <message>
        <source>There is no project in this cloud yet.</source>
        <translation>In dieser Cloud gibt es noch kein Projekt.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Nichts geöffnet</translation>
    </message>
    <message>
        <source>Pick a picture in Browse and press Enter.</source>
        <translation>Wählen Sie in Sichten ein Bild und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The sequence is empty</source>
        <translation>Die Sequenz ist leer</translation>
    </message>
    <message>
        <source>Nothing is open on the left. Pick a picture in Browse first.</source>
        <translation>Links ist nichts geöffnet. Wählen Sie zuerst in Sichten ein Bild.</translation>
    </message>
    <message>
        <source>The angle is still on its way. Try again in a moment.</source>
        <translation>Die Perspektive ist noch unterwegs. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>There is no picture here to inspect.</source>
        <translation>Hier ist kein Bild zu prüfen.</translation>
    </message>
    <message>
        <source>There is no edit to take back.</source>
        <translation>Es gibt keinen Schnitt zum Zurücknehmen.</translation>
    </message>
    <message>
        <source>No edit was taken back.</source>
        <translation>Kein Schnitt wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Select a clip first.</source>
        <translation>Wählen Sie zuerst einen Clip.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Length of transitions</source>
        <translation>Länge der Blenden</translation>
    </message>
    <message>
        <source>Frames of a new transition</source>
        <translation>Bilder einer neuen Blende</translation>
    </message>
    <message>
        <source>The edit goes no further than %1 frames.</source>
        <translation>Der Schnitt geht nur %1 Bilder weit.</translation>
    </message>
    <message>
        <source>Rename clip</source>
        <translation>Clip umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Select a sound first.</source>
        <translation>Wählen Sie zuerst einen Ton.</translation>
    </message>
    <message>
        <source>The sequence does not show this frame.</source>
        <translation>Die Sequenz zeigt dieses Bild nicht.</translation>
    </message>
    <message>
        <source>There is no marker at the playhead.</source>
        <translation>Am Abspielkopf ist kein Marker.</translation>
    </message>
    <message>
        <source>1 to 9 cut between angles while the timeline has the keys</source>
        <translation>1 bis 9 schneiden zwischen Perspektiven, solange die Timeline die Tasten hat</translation>
    </message>
    <message>
        <source>1 to 9 choose the angle of the source viewer</source>
        <translation>1 bis 9 wählen die Perspektive der Quelle</translation>
    </message>
    <message>
        <source>Export the sequence</source>
        <translation>Sequenz exportieren</translation>
    </message>
    <message>
        <source>%1 is of no format that can be written.</source>
        <translation>%1 hat kein Format, das geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Exportieren als %1</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Insert freeze frame</source>
        <translation>Standbild einfügen</translation>
    </message>
    <message>
        <source>Frames to hold the picture</source>
        <translation>Bilder, die das Bild steht</translation>
    </message>
    <message>
        <source>Mark a part on the left with %1 and %2, then press “%3”.</source>
        <translation>Markieren Sie links einen Teil mit %1 und %2, dann drücken Sie „%3“.</translation>
    </message>
    <message>
        <source>The edit stays where it was</source>
        <translation>Der Schnitt bleibt, wo er war</translation>
    </message>
    <message>
        <source>The edit was moved by %1 frames</source>
        <translation>Der Schnitt wurde um %1 Bilder verschoben</translation>
    </message>
    <message>
        <source>Import a sequence</source>
        <translation>Eine Sequenz importieren</translation>
    </message>
    <message>
        <source>Sequences of other programs (%1)</source>
        <translation>Sequenzen anderer Programme (%1)</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>What others see</source>
        <translation>Was andere sehen</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 bearbeitet</translation>
    </message>
    <message>
        <source>There is no graphic here. Go to one, or add one with %1.</source>
        <translation>Hier ist keine Grafik. Gehen Sie zu einer, oder fügen Sie mit %1 eine hinzu.</translation>
    </message>
    <message>
        <source>Language of graphics</source>
        <translation>Sprache der Grafik</translation>
    </message>
    <message>
        <source>Language of the texts, such as de, en or pt-BR; empty: as typed</source>
        <translation>Sprache der Texte, etwa de, en oder pt-BR; leer: wie eingegeben</translation>
    </message>
    <message>
        <source>Beside the timeline</source>
        <translation>Neben der Timeline</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>There is no keyframe before the playhead in the selected clips.</source>
        <translation>In den ausgewählten Clips ist kein Keyframe vor dem Abspielkopf.</translation>
    </message>
    <message>
        <source>There is no keyframe after the playhead in the selected clips.</source>
        <translation>In den ausgewählten Clips ist kein Keyframe nach dem Abspielkopf.</translation>
    </message>
    <message>
        <source>Select a clip with a picture first.</source>
        <translation>Wählen Sie zuerst einen Clip mit Bild aus.</translation>
    </message>
    <message>
        <source>Attributes copied</source>
        <translation>Attribute kopiert</translation>
    </message>
    <message>
        <source>Copy the attributes of a clip first.</source>
        <translation>Kopieren Sie zuerst die Attribute eines Clips.</translation>
    </message>
    <message>
        <source>Select the music first.</source>
        <translation>Wählen Sie zuerst die Musik aus.</translation>
    </message>
    <message>
        <source>The media is not reachable now, so its loudness cannot be measured. Try again later.</source>
        <translation>Das Material ist gerade nicht erreichbar, seine Lautheit kann nicht gemessen werden. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The music gives way to the other sounds</source>
        <translation>Die Musik macht den anderen Tönen Platz</translation>
    </message>
    <message>
        <source>This computer cannot record sound.</source>
        <translation>Dieser Rechner kann keinen Ton aufnehmen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DayStrip</name>
    <message>
        <source>Days of the event</source>
        <translation>Tage der Veranstaltung</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverModel</name>
    <message>
        <source>This cut cannot be delivered yet.</source>
        <translation>Dieser Schnitt kann noch nicht ausgespielt werden.</translation>
    </message>
    <message>
        <source>“%1” was not sent: %2</source>
        <translation>„%1“ wurde nicht gesendet: %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverPage</name>
    <message>
        <source>Sent “%1”. Go on cutting.</source>
        <translation>„%1“ ist gesendet. Schneiden Sie weiter.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>“%1” is kept on this computer and sent when the cloud is back. Go on cutting.</source>
        <translation>„%1“ bleibt auf diesem Rechner und wird gesendet, wenn die Cloud wieder da ist. Schneiden Sie weiter.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverySaver</name>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>There is room for %1 there, but the file needs %2. Free some space or choose another disk.</source>
        <translation>Dort ist Platz für %1, die Datei braucht aber %2. Schaffen Sie Platz oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DuckDialog</name>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Duck under other sounds</source>
        <translation>Unter andere Töne absenken</translation>
    </message>
    <message>
        <source>Give way to %1</source>
        <translation>Platz machen für %1</translation>
    </message>
    <message>
        <source>Give way to</source>
        <translation>Platz machen für</translation>
    </message>
    <message>
        <source>Turn down by</source>
        <translation>Absenken um</translation>
    </message>
    <message>
        <source>How much quieter the music is while the others are heard.</source>
        <translation>Um wie viel leiser die Musik ist, solange die anderen zu hören sind.</translation>
    </message>
    <message>
        <source>When louder than</source>
        <translation>Wenn lauter als</translation>
    </message>
    <message>
        <source>What the others must reach to be given way to: noise stays below it.</source>
        <translation>Was die anderen erreichen müssen, damit ihnen Platz gemacht wird: Rauschen bleibt darunter.</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>On its way down. It is down when the others begin.</source>
        <translation>Auf dem Weg nach unten. Sie ist unten, wenn die anderen beginnen.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>How long it stays down after they have ended.</source>
        <translation>Wie lange sie unten bleibt, nachdem sie geendet haben.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>On its way up again.</source>
        <translation>Auf dem Weg zurück nach oben.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Plays the sequence as it would sound, or stops it.</source>
        <translation>Spielt die Sequenz, wie sie klänge, oder hält sie an.</translation>
    </message>
    <message>
        <source>Choose at least one track to give way to.</source>
        <translation>Wählen Sie mindestens eine Spur, der Platz gemacht wird.</translation>
    </message>
    <message>
        <source>Measuring how loud the other tracks are…</source>
        <translation>Misst, wie laut die anderen Spuren sind …</translation>
    </message>
    <message>
        <source>The other tracks never get that loud.</source>
        <translation>Die anderen Spuren werden nie so laut.</translation>
    </message>
    <message>
        <source>The music goes down once.</source>
        <translation>Die Musik geht einmal zurück.</translation>
    </message>
    <message>
        <source>The music goes down %1 times.</source>
        <translation>Die Musik geht %1-mal zurück.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FactsPanel</name>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Jump to this mark</source>
        <translation>Zu dieser Marke springen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FieldEditor</name>
    <message>
        <source>Choose...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Down: names of the catalogue</source>
        <translation>Pfeil ab: Namen aus dem Katalog</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FormatsPanel</name>
    <message>
        <source>Deliver</source>
        <translation>Ausspielen</translation>
    </message>
    <message>
        <source>Title of the delivery</source>
        <translation>Titel der Ausspielung</translation>
    </message>
    <message>
        <source>Duration of the cut</source>
        <translation>Dauer des Schnitts</translation>
    </message>
    <message>
        <source>Deliver (Ctrl+M): makes the file from the full-quality pictures. You can go on cutting.</source>
        <translation>Ausspielen (Strg+M): macht die Datei aus den Bildern in voller Qualität. Sie können weiterschneiden.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>The file stays in the cloud with a viewing copy that plays here. Save it to this computer from the list on the right.</source>
        <translation>Die Datei bleibt in der Cloud, mit einer Ansichtskopie, die hier abgespielt wird. Auf diesen Computer speichern Sie sie aus der Liste rechts.</translation>
    </message>
    <message>
        <source>%1, ready in %2</source>
        <translation>%1, fertig in %2</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>There is nothing on the timeline yet. Cut something first.</source>
        <translation>Auf der Timeline ist noch nichts. Schneiden Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Give the delivery a title.</source>
        <translation>Geben Sie der Ausspielung einen Titel.</translation>
    </message>
    <message>
        <source>Pick at least one format.</source>
        <translation>Wählen Sie mindestens ein Format.</translation>
    </message>
    <message>
        <source>The formats come from the cloud, which has not answered yet.</source>
        <translation>Die Formate kommen von der Cloud, die noch nicht geantwortet hat.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::GraphicsWindow</name>
    <message>
        <source>Titles and graphics</source>
        <translation>Titel und Grafik</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Enter adds the graphic over the marked part, else at the playhead.</source>
        <translation>Enter setzt die Grafik über den markierten Teil, sonst an den Abspielkopf.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Read the templates again</source>
        <translation>Vorlagen neu einlesen</translation>
    </message>
    <message>
        <source>Your own templates lie in %1</source>
        <translation>Ihre eigenen Vorlagen liegen in %1</translation>
    </message>
    <message>
        <source>Choose a template and press Enter. What you type is seen in the programme at once.</source>
        <translation>Wählen Sie eine Vorlage und drücken Sie Enter. Was Sie eingeben, ist sofort im Programm zu sehen.</translation>
    </message>
    <message>
        <source>Texts in</source>
        <translation>Texte auf</translation>
    </message>
    <message>
        <source>Which language the texts below are in. A sequence or a track of that language shows them, all others what is typed for every language.</source>
        <translation>In welcher Sprache die Texte unten sind. Eine Sequenz oder Spur dieser Sprache zeigt sie, alle anderen das, was für jede Sprache eingegeben ist.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>In percent of the picture's height. Or drag the graphic on the picture.</source>
        <translation>In Prozent der Bildhöhe. Oder ziehen Sie die Grafik auf dem Bild.</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>No graphic is at hand</source>
        <translation>Keine Grafik zur Hand</translation>
    </message>
    <message>
        <source>Texts for every language</source>
        <translation>Texte für jede Sprache</translation>
    </message>
    <message>
        <source>Texts in %1</source>
        <translation>Texte auf %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>A click goes to a step. What comes after it stays, until you edit again.</source>
        <translation>Ein Klick geht zu einem Schritt. Was danach kommt, bleibt, bis Sie wieder schneiden.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::HistoryModel</name>
    <message>
        <source>Before the first step</source>
        <translation>Vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1, zurückgenommen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ImportDialog</name>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Looking for its media…</source>
        <translation>Die Medien werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for media</source>
        <translation>Suche nach Medien</translation>
    </message>
    <message>
        <source>Media of the file</source>
        <translation>Medien der Datei</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>All of its media has been found.</source>
        <translation>Alle Medien wurden gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its media are not known: choose an angle, or the clips keep their place without pictures.</source>
        <translation>
            <numerusform>%n Medium ist nicht bekannt: Wählen Sie eine Perspektive, sonst behalten die Clips ihren Platz ohne Bilder.</numerusform>
            <numerusform>%n Medien sind nicht bekannt: Wählen Sie Perspektiven, sonst behalten die Clips ihren Platz ohne Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be imported: %1</source>
        <translation>Nicht importierbar: %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectView</name>
    <message>
        <source>Picture at full size</source>
        <translation>Bild in voller Größe</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectWindow</name>
    <message>
        <source>Inspect</source>
        <translation>Bild prüfen</translation>
    </message>
    <message>
        <source>Inspect – %1</source>
        <translation>Bild prüfen – %1</translation>
    </message>
    <message>
        <source>Inspect – %1, %2</source>
        <translation>Bild prüfen – %1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Progress of the full-size picture</source>
        <translation>Fortschritt des Bildes in voller Größe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Proxy picture; the full-size one was not fetched.</source>
        <translation>Proxybild; das Bild in voller Größe wurde nicht geholt.</translation>
    </message>
    <message>
        <source>Screen pixels to a pixel of the picture</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Bild speichern...</translation>
    </message>
    <message>
        <source>Saves the picture as it is seen here, for an SDR screen (Ctrl+S)</source>
        <translation>Speichert das Bild, wie es hier zu sehen ist, für einen SDR-Bildschirm (Strg+S)</translation>
    </message>
    <message>
        <source>Back one frame (Left)</source>
        <translation>Ein Bild zurück (Links)</translation>
    </message>
    <message>
        <source>Forward one frame (Right)</source>
        <translation>Ein Bild vor (Rechts)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>The whole picture (F)</source>
        <translation>Das ganze Bild (F)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>A pixel of the picture is a pixel of the screen (1)</source>
        <translation>Ein Bildpixel ist ein Bildschirmpixel (1)</translation>
    </message>
    <message>
        <source>There is no connection to the cloud. Full-size pictures come from there.</source>
        <translation>Keine Verbindung zur Cloud. Bilder in voller Größe kommen von dort.</translation>
    </message>
    <message>
        <source>Fetching the full-size picture...</source>
        <translation>Das Bild in voller Größe wird geholt...</translation>
    </message>
    <message>
        <source>Fetching the full-size picture: %1 of %2 MB</source>
        <translation>Das Bild in voller Größe wird geholt: %1 von %2 MB</translation>
    </message>
    <message>
        <source>No full-size picture</source>
        <translation>Kein Bild in voller Größe</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Bilder (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose another folder.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden. Einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Bildanpassung</translation>
    </message>
    <message>
        <source>How large a picture of another shape than the sequence's is shown</source>
        <translation>Wie groß ein Bild gezeigt wird, das eine andere Form hat als die Sequenz</translation>
    </message>
    <message>
        <source>As the sequence</source>
        <translation>Wie die Sequenz</translation>
    </message>
    <message>
        <source>Fit: all of it</source>
        <translation>Einpassen: ganz</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Bild füllen</translation>
    </message>
    <message>
        <source>From this keyframe on</source>
        <translation>Von diesem Keyframe an</translation>
    </message>
    <message>
        <source>How the keyframes at the playhead go on to the next ones</source>
        <translation>Wie es von den Keyframes am Abspielkopf zu den nächsten weitergeht</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Keyframe</source>
        <translation>Keyframe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>No picture chosen</source>
        <translation>Kein Bild ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop making this file; the cut is untouched</source>
        <translation>Diese Datei nicht weiter machen; der Schnitt bleibt unberührt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play the delivered clip from its viewing copy</source>
        <translation>Den ausgespielten Clip aus seiner Ansichtskopie abspielen</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Speichern anhalten</translation>
    </message>
    <message>
        <source>What is saved so far is kept, and continued next time</source>
        <translation>Was schon gespeichert ist, bleibt und wird beim nächsten Mal fortgesetzt</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save %1 …</source>
        <translation>%1 speichern …</translation>
    </message>
    <message>
        <source>Save %1 (%2) to this computer</source>
        <translation>%1 (%2) auf diesem Computer speichern</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeyboardView</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>A drawing of the list of keys</source>
        <translation>Eine Zeichnung der Tastenliste</translation>
    </message>
    <message>
        <source>Shows what the keys do with %1</source>
        <translation>Zeigt, was die Tasten mit %1 tun</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeysDialog</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find by key</source>
        <translation>Nach Taste suchen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Press the key to find</source>
        <translation>Gesuchte Taste drücken</translation>
    </message>
    <message>
        <source>The key to find</source>
        <translation>Die gesuchte Taste</translation>
    </message>
    <message>
        <source>Shows what a key does (Ctrl+Shift+F). Escape goes back to words.</source>
        <translation>Zeigt, was eine Taste tut (Strg+Umschalt+F). Escape kehrt zu Wörtern zurück.</translation>
    </message>
    <message>
        <source>Only commands whose keys are not those of the keymap</source>
        <translation>Nur Befehle, deren Tasten nicht die der Belegung sind</translation>
    </message>
    <message>
        <source>Only commands that lost a key to another one</source>
        <translation>Nur Befehle, die eine Taste an einen anderen verloren haben</translation>
    </message>
    <message>
        <source>Premiere keys</source>
        <translation>Premiere-Tasten</translation>
    </message>
    <message>
        <source>Avid keys</source>
        <translation>Avid-Tasten</translation>
    </message>
    <message>
        <source>Keymap</source>
        <translation>Tastenbelegung</translation>
    </message>
    <message>
        <source>The keymap that your own keys stand on</source>
        <translation>Die Belegung, auf der Ihre eigenen Tasten stehen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Every command gets the keys of the keymap again</source>
        <translation>Jeder Befehl bekommt wieder die Tasten der Belegung</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Drucken...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Conflicts: %1</source>
        <translation>Konflikte: %1</translation>
    </message>
    <message>
        <source>One key is wanted by two commands. Yours has it.</source>
        <translation>Eine Taste wollen zwei Befehle. Ihr eigener hat sie.</translation>
    </message>
    <message>
        <source>%1 keys are wanted by two commands each. Yours have them.</source>
        <translation>%1 Tasten wollen je zwei Befehle. Ihre eigenen haben sie.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Takes back: %1 (Ctrl+Z)</source>
        <translation>Nimmt zurück: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Does again: %1 (Ctrl+Shift+Z)</source>
        <translation>Wiederholt: %1 (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>the Avid keys</source>
        <translation>die Avid-Tasten</translation>
    </message>
    <message>
        <source>the Premiere keys</source>
        <translation>die Premiere-Tasten</translation>
    </message>
    <message>
        <source>resetting all</source>
        <translation>Zurücksetzen aller</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>Keys of Cutaway (*.json)</source>
        <translation>Tasten von Cutaway (*.json)</translation>
    </message>
    <message>
        <source>“%1” could not be opened: %2.</source>
        <translation>„%1“ ließ sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>“%1” was not imported, and your keys are as they were. %2</source>
        <translation>„%1“ wurde nicht importiert, und Ihre Tasten sind, wie sie waren. %2</translation>
    </message>
    <message>
        <source>importing “%1”</source>
        <translation>Importieren von „%1“</translation>
    </message>
    <message>
        <source>The keys are those of “%1” now.</source>
        <translation>Die Tasten sind jetzt die aus „%1“.</translation>
    </message>
    <message>
        <source>Commands in it that this version does not know, and that are kept: %1.</source>
        <translation>Befehle darin, die diese Version nicht kennt und behält: %1.</translation>
    </message>
    <message>
        <source>Keys wanted by two commands: %1.</source>
        <translation>Tasten, die zwei Befehle wollen: %1.</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>Your keys are in “%1”.</source>
        <translation>Ihre Tasten sind in „%1“.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Keys of Cutaway</source>
        <translation>Tasten von Cutaway</translation>
    </message>
    <message>
        <source>Print keys</source>
        <translation>Tasten drucken</translation>
    </message>
    <message>
        <source>The printer takes no pages. Choose another one.</source>
        <translation>Der Drucker nimmt keine Seiten an. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeysModel</name>
    <message>
        <source>%1 is taken by “%2”.</source>
        <translation>%1 hat jetzt „%2“.</translation>
    </message>
    <message>
        <source>Changed. In the Avid keys: %1</source>
        <comment>keys</comment>
        <translation>Geändert. In der Avid-Belegung: %1</translation>
    </message>
    <message>
        <source>Changed. In the Premiere keys: %1</source>
        <comment>keys</comment>
        <translation>Geändert. In der Premiere-Belegung: %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::LevelMeter</name>
    <message>
        <source>L</source>
        <comment>left</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>R</source>
        <comment>right</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Sound meter</source>
        <translation>Tonmesser</translation>
    </message>
    <message>
        <source>Sound meter, EBU R 128: true peak left and right in dBTP (at most -1), and loudness in LUFS (target -23): M momentary, 0.4 s; S short-term, 3 s; I integrated since the measurement began. Above the bars the highest true peak.</source>
        <translation>Tonmesser, EBU R 128: True Peak links und rechts in dBTP (höchstens -1) und Lautheit in LUFS (Ziel -23): M momentan, 0,4 s; S kurzzeitig, 3 s; I integriert seit Beginn der Messung. Über den Balken der höchste True Peak.</translation>
    </message>
    <message>
        <source>M</source>
        <comment>momentary loudness</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>S</source>
        <comment>short-term loudness</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>I</source>
        <comment>integrated loudness</comment>
        <translation>I</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::LiveFollower</name>
    <message>
        <source>Live -%1.%2 s</source>
        <translation>Live -%1,%2 s</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::MainWindow</name>
    <message>
        <source>Cutaway</source>
        <translation>Cutaway</translation>
    </message>
    <message>
        <source>Which keys are in your fingers? You can change them in the settings.</source>
        <translation>Welche Tasten haben Sie in den Fingern? In den Einstellungen können Sie das ändern.</translation>
    </message>
    <message>
        <source>Premiere</source>
        <translation>Premiere</translation>
    </message>
    <message>
        <source>Avid</source>
        <translation>Avid</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Keys as in Avid. F1 lists them.</source>
        <translation>Tasten wie in Avid. F1 zeigt sie.</translation>
    </message>
    <message>
        <source>Keys as in Premiere. F1 lists them.</source>
        <translation>Tasten wie in Premiere. F1 zeigt sie.</translation>
    </message>
    <message>
        <source>About Cutaway</source>
        <translation>Über Cutaway</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cutaway %1&lt;/b&gt;&lt;p&gt;Remote editing for live events.&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;p&gt;Cloud: %2 %3</source>
        <translation>&lt;b&gt;Cutaway %1&lt;/b&gt;&lt;p&gt;Live-Events aus der Ferne schneiden.&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;p&gt;Cloud: %2 %3</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::MarkerDialog</name>
    <message>
        <source>Marker at %1</source>
        <translation>Marker bei %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Marker entfernen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::MediaKey</name>
    <message>
        <source>There is no keychain here (%1): media that is fetched is kept, encrypted, until Cutaway ends.</source>
        <translation>Hier gibt es keinen Schlüsselbund (%1): geholte Medien bleiben verschlüsselt, bis Cutaway endet.</translation>
    </message>
    <message>
        <source>The keychain does not take a key (%1): media that is fetched is kept, encrypted, until Cutaway ends.</source>
        <translation>Der Schlüsselbund nimmt keinen Schlüssel an (%1): geholte Medien bleiben verschlüsselt, bis Cutaway endet.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::OfflineMedia</name>
    <message>
        <source>There is no cloud to fetch from yet.</source>
        <translation>Es gibt noch keine Cloud, aus der geholt werden kann.</translation>
    </message>
    <message>
        <source>The cloud runs on this computer: its media is here already.</source>
        <translation>Die Cloud läuft auf diesem Computer: ihre Medien sind schon hier.</translation>
    </message>
    <message>
        <source>Nothing can stay on this computer: there is no keychain to keep its key in.</source>
        <translation>Auf diesem Computer kann nichts bleiben: es gibt keinen Schlüsselbund für den Schlüssel.</translation>
    </message>
    <message>
        <source>%1 can be played offline.</source>
        <translation>%1 kann offline abgespielt werden.</translation>
    </message>
    <message>
        <source>Fetching %1 was stopped. What came is not fetched again.</source>
        <translation>Das Holen von %1 wurde gestoppt. Was da ist, wird nicht noch einmal geholt.</translation>
    </message>
    <message>
        <source>%1 is no longer kept on this computer.</source>
        <translation>%1 wird nicht mehr auf diesem Computer aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::OutboxCourier</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PaletteModel</name>
    <message>
        <source>%1. %2. %3</source>
        <comment>command, menu, keys or why it is not available</comment>
        <translation>%1. %2. %3</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PanelMaximiser</name>
    <message>
        <source>%1 or Escape brings the other panels back.</source>
        <translation>%1 oder Escape holt die anderen Bereiche zurück.</translation>
    </message>
    <message>
        <source>Click into a panel first, or hold the mouse over it.</source>
        <translation>Klicken Sie zuerst in einen Bereich, oder halten Sie die Maus darüber.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ParameterRow</name>
    <message>
        <source>Position X</source>
        <translation>Position X</translation>
    </message>
    <message>
        <source>Position Y</source>
        <translation>Position Y</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Crop left</source>
        <translation>Links beschneiden</translation>
    </message>
    <message>
        <source>Crop top</source>
        <translation>Oben beschneiden</translation>
    </message>
    <message>
        <source>Crop right</source>
        <translation>Rechts beschneiden</translation>
    </message>
    <message>
        <source>Crop bottom</source>
        <translation>Unten beschneiden</translation>
    </message>
    <message>
        <source>Previous keyframe: %1</source>
        <translation>Voriger Keyframe: %1</translation>
    </message>
    <message>
        <source>Keyframe at the playhead: %1</source>
        <translation>Keyframe am Abspielkopf: %1</translation>
    </message>
    <message>
        <source>Next keyframe: %1</source>
        <translation>Nächster Keyframe: %1</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PatchDialog</name>
    <message>
        <source>Not into edits</source>
        <translation>Nicht in Schnitte</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sound %1</source>
        <translation>Ton %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PeopleBar</name>
    <message>
        <source>Nobody else edits this project.</source>
        <translation>Niemand sonst bearbeitet dieses Projekt.</translation>
    </message>
    <message>
        <source>%1 edits this project. Ask for it.</source>
        <translation>%1 bearbeitet dieses Projekt. Bitten Sie darum.</translation>
    </message>
    <message>
        <source>You edit this project.</source>
        <translation>Sie bearbeiten dieses Projekt.</translation>
    </message>
    <message>
        <source>Nobody asks for this project.</source>
        <translation>Niemand bittet um dieses Projekt.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Do not ask any more</source>
        <translation>Nicht mehr bitten</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Darum bitten</translation>
    </message>
    <message>
        <source>Save as a new project</source>
        <translation>Als neues Projekt speichern</translation>
    </message>
    <message>
        <source>%1 edits this project now. Your edits since the last save are kept on this computer.</source>
        <translation>%1 bearbeitet dieses Projekt jetzt. Ihre Schnitte seit dem letzten Speichern sind auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message>
        <source>Watch theirs</source>
        <translation>Die andere Fassung ansehen</translation>
    </message>
    <message>
        <source>Nobody edits this project now. You are watching.</source>
        <translation>Niemand bearbeitet dieses Projekt gerade. Sie sehen zu.</translation>
    </message>
    <message>
        <source>%1 has edited since %2, has not closed the project, and does not answer. You are watching.</source>
        <translation>%1 bearbeitet seit %2, hat das Projekt nicht geschlossen und antwortet nicht. Sie sehen zu.</translation>
    </message>
    <message>
        <source>%1 edits since %2 and knows that you would like to. You are watching.</source>
        <translation>%1 bearbeitet seit %2 und weiß, dass Sie gern würden. Sie sehen zu.</translation>
    </message>
    <message>
        <source>%1 edits since %2. You are watching: what they save is shown here.</source>
        <translation>%1 bearbeitet seit %2. Sie sehen zu: Was gespeichert wird, erscheint hier.</translation>
    </message>
    <message>
        <source>%1 would like to edit this project.</source>
        <translation>%1 würde dieses Projekt gern bearbeiten.</translation>
    </message>
    <message>
        <source>Save and hand over</source>
        <translation>Speichern und übergeben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 bearbeitet</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) watch</source>
        <translation>
            <numerusform>%n sieht zu</numerusform>
            <numerusform>%n sehen zu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PictureHandles</name>
    <message>
        <source>Outline of the picture</source>
        <translation>Umriss des Bildes</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProgrammeScreen</name>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProgressPanel</name>
    <message>
        <source>Progress of the delivery</source>
        <translation>Fortschritt der Ausspielung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Ausspielung</translation>
    </message>
    <message>
        <source>Nothing delivered yet</source>
        <translation>Noch nichts ausgespielt</translation>
    </message>
    <message>
        <source>Pick the formats on the left and press Deliver. You can go on cutting while it is made.</source>
        <translation>Wählen Sie links die Formate und drücken Sie Ausspielen. Sie können dabei weiterschneiden.</translation>
    </message>
    <message>
        <source>Go to clip</source>
        <translation>Zum Clip</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>“%1” failed</source>
        <translation>„%1“ ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Play it from the list on the right.</source>
        <translation>Spielen Sie es aus der Liste rechts ab.</translation>
    </message>
    <message>
        <source>The last finished frame appears here</source>
        <translation>Hier erscheint das letzte fertige Bild</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>“%1” waits for the cloud</source>
        <translation>„%1“ wartet auf die Cloud</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The cloud did not take “%1”</source>
        <translation>Die Cloud hat „%1“ nicht angenommen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProjectDocument</name>
    <message>
        <source>The edits are kept as %1</source>
        <translation>Die Bearbeitungen bleiben als %1 erhalten</translation>
    </message>
    <message>
        <source>Changed elsewhere. Save a copy, or open the project again</source>
        <translation>Anderswo geändert. Speichern Sie eine Kopie oder öffnen Sie das Projekt neu</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Computer behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) since the last save are back</source>
        <translation>
            <numerusform>%n Bearbeitung seit dem letzten Speichern ist wieder da</numerusform>
            <numerusform>%n Bearbeitungen seit dem letzten Speichern sind wieder da</numerusform>
        </translation>
    </message>
    <message>
        <source>Some edits could not be read. The whole record of them was kept as %1</source>
        <translation>Einige Bearbeitungen konnten nicht gelesen werden. Ihre ganze Aufzeichnung liegt als %1</translation>
    </message>
    <message>
        <source>Edits cannot be kept on this computer: %1</source>
        <translation>Bearbeitungen können auf diesem Computer nicht behalten werden: %1</translation>
    </message>
    <message>
        <source>Untitled cut</source>
        <translation>Schnitt ohne Titel</translation>
    </message>
    <message>
        <source>Kept on this computer, sent when the cloud is back</source>
        <translation>Auf diesem Computer behalten, geht an die Cloud, sobald sie wieder da ist</translation>
    </message>
    <message>
        <source>Kept on this computer. %1</source>
        <translation>Auf diesem Computer behalten. %1</translation>
    </message>
    <message>
        <source>Not saved: somebody else saved this project first. Save a copy, then open it again</source>
        <translation>Nicht gespeichert: Jemand anderes war schneller. Speichern Sie eine Kopie und öffnen Sie das Projekt neu</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>The cloud is away, so the pictures of %1 cannot be found. Try again when it is back.</source>
        <translation>Die Cloud ist weg, deshalb sind die Bilder von %1 nicht zu finden. Versuchen Sie es wieder, wenn sie da ist.</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 ist geöffnet</translation>
    </message>
    <message>
        <source>Saved a copy as %1</source>
        <translation>Kopie gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>“%1” is open already, with edits that are not sent yet.</source>
        <translation>„%1“ ist schon offen, mit Bearbeitungen, die noch nicht gesendet sind.</translation>
    </message>
    <message>
        <source>“%1” was not opened: %2</source>
        <translation>„%1“ wurde nicht geöffnet: %2</translation>
    </message>
    <message>
        <source>As it is in the cloud</source>
        <translation>Wie in der Cloud</translation>
    </message>
    <message>
        <source>It is too large to be a sequence.</source>
        <translation>Sie ist zu groß für eine Sequenz.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>“%1” has edits here that the cloud did not take. Save a copy first.</source>
        <translation>„%1“ hat hier Schnitte, die die Cloud nicht angenommen hat. Speichern Sie zuerst eine Kopie.</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>„%1“ wird geöffnet …</translation>
    </message>
    <message>
        <source>There is nothing in this project yet.</source>
        <translation>In diesem Projekt ist noch nichts.</translation>
    </message>
    <message>
        <source>The cloud is away, and the versions are there.</source>
        <translation>Die Cloud ist weg, und dort sind die Versionen.</translation>
    </message>
    <message>
        <source>Nothing of this project has been saved yet.</source>
        <translation>Von diesem Projekt wurde noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>Exported as %1</source>
        <translation>Exportiert als %1</translation>
    </message>
    <message>
        <source>More was left behind: File &gt; Recover edits</source>
        <translation>Es liegt noch mehr vor: Datei &gt; Bearbeitungen wiederherstellen</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importiert</translation>
    </message>
    <message numerus="yes">
        <source>Imported %1; %n clips are without their media.</source>
        <translation>
            <numerusform>%1 importiert; %n Clip ist ohne sein Medium.</numerusform>
            <numerusform>%1 importiert; %n Clips sind ohne ihre Medien.</numerusform>
        </translation>
    </message>
    <message>
        <source>This version was not kept: %1 The edits are.</source>
        <translation>Diese Version wurde nicht aufbewahrt: %1 Die Schnitte sind es.</translation>
    </message>
    <message>
        <source>Saved on this computer %1, sent when the cloud is back</source>
        <translation>Auf diesem Rechner gespeichert %1, wird gesendet, wenn die Cloud wieder da ist</translation>
    </message>
    <message>
        <source>%1 edits this project. Ask for it, or save yours as a project of its own.</source>
        <translation>%1 bearbeitet dieses Projekt. Bitten Sie darum, oder speichern Sie Ihres als eigenes Projekt.</translation>
    </message>
    <message>
        <source>You are watching. Press Edit first.</source>
        <translation>Sie sehen zu. Drücken Sie zuerst Bearbeiten.</translation>
    </message>
    <message>
        <source>Kept on this computer, not saved: %1 edits this project</source>
        <translation>Auf diesem Rechner, nicht gespeichert: %1 bearbeitet dieses Projekt</translation>
    </message>
    <message>
        <source>Watching, as of %1</source>
        <translation>Zusehen, Stand %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProjectPresence</name>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::QueuePanel</name>
    <message>
        <source>Deliveries</source>
        <translation>Ausspielungen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RecoveryDialog</name>
    <message>
        <source>Recover edits</source>
        <translation>Bearbeitungen wiederherstellen</translation>
    </message>
    <message>
        <source>Could not be restored. Last edit %1</source>
        <translation>Nicht wiederherzustellen. Letzte Bearbeitung %1</translation>
    </message>
    <message>
        <source>1 edit, never saved. %1</source>
        <translation>1 Bearbeitung, nie gespeichert. %1</translation>
    </message>
    <message>
        <source>%1 edits, never saved. Last one %2</source>
        <translation>%1 Bearbeitungen, nie gespeichert. Letzte %2</translation>
    </message>
    <message>
        <source>1 edit since the last save. %1</source>
        <translation>1 Bearbeitung seit dem letzten Speichern. %1</translation>
    </message>
    <message>
        <source>%1 edits since the last save. Last one %2</source>
        <translation>%1 Bearbeitungen seit dem letzten Speichern. Letzte %2</translation>
    </message>
    <message>
        <source>Open as it was saved</source>
        <translation>Gespeicherten Stand öffnen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Cutaway ended before this project was closed.</source>
        <translation>Cutaway endete, bevor dieses Projekt geschlossen wurde.</translation>
    </message>
    <message>
        <source>Cutaway ended before these projects were closed.</source>
        <translation>Cutaway endete, bevor diese Projekte geschlossen wurden.</translation>
    </message>
    <message>
        <source>Projects with edits to recover</source>
        <translation>Projekte mit Bearbeitungen zum Wiederherstellen</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Opened as it was saved, the edits are one step of undo away.</source>
        <translation>Vom gespeicherten Stand holt ein Schritt Rückgängig die Bearbeitungen zurück.</translation>
    </message>
    <message>
        <source>Every edit comes back, and undo with it.</source>
        <translation>Alle Bearbeitungen kommen zurück und lassen sich weiter rückgängig machen.</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Cutaway could not open it again. Opened as it was saved, its edits stay in a file.</source>
        <translation>Cutaway konnte es nicht wieder öffnen. Beim Öffnen des gespeicherten Stands bleiben die Bearbeitungen in einer Datei.</translation>
    </message>
    <message>
        <source>Cutaway could not open it again. Put aside, its edits stay in a file and are not offered any more.</source>
        <translation>Cutaway konnte es nicht wieder öffnen. Beiseitegelegt bleiben die Bearbeitungen in einer Datei und werden nicht mehr angeboten.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RelinkDelegate</name>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RelinkModel</name>
    <message>
        <source>its id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>reel and timecode</source>
        <translation>Rolle und Timecode</translation>
    </message>
    <message>
        <source>name and timecode</source>
        <translation>Name und Timecode</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>timecode alone</source>
        <translation>nur Timecode</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keine gefunden</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen …</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden durch</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ReportTable</name>
    <message>
        <source>What is not kept</source>
        <translation>Was nicht erhalten bleibt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>approximated</source>
        <translation>angenähert</translation>
    </message>
    <message>
        <source>%1 kept, %2 approximated, %3 lost</source>
        <translation>%1 erhalten, %2 angenähert, %3 verloren</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopePanel</name>
    <message>
        <source>Scopes</source>
        <translation>Messanzeigen</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not exact</source>
        <translation>%1, %2, nicht genau</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopeTree</name>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>%1, events: %2</source>
        <translation>%1, Wettbewerbe: %2</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All</source>
        <comment>short for everything</comment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>Jetzt live</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>My selects</source>
        <translation>Meine Auswahl</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Auswahl</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopeView</name>
    <message>
        <source>Scope</source>
        <translation>Messanzeige</translation>
    </message>
    <message>
        <source>Boxes: 75 % bars, small 100 %; BT.%1</source>
        <translation>Kästen: 75-%-Balken, kleine 100 %; BT.%1</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScrubStrip</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsModel</name>
    <message numerus="yes">
        <source>Bin %1, %n inside</source>
        <translation>
            <numerusform>Ablage %1, %n darin</numerusform>
            <numerusform>Ablage %1, %n darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsPanel</name>
    <message>
        <source>Selects</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Nothing kept yet. Mark a part with I and O and press %1.</source>
        <translation>Noch nichts behalten. Markieren Sie einen Teil mit I und O und drücken Sie %1.</translation>
    </message>
    <message>
        <source>Ranges you kept. Drag them to the timeline or into a bin, or string them all out.</source>
        <translation>Aufgehobene Bereiche. Ziehen Sie sie auf die Timeline oder in eine Ablage, oder reihen Sie alle aneinander.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What to remember about it</source>
        <translation>Was man sich dazu merken will</translation>
    </message>
    <message>
        <source>New bin</source>
        <translation>Neue Ablage</translation>
    </message>
    <message>
        <source>Nothing that was kept matches. Empty the search to see all.</source>
        <translation>Nichts Aufgehobenes passt dazu. Leeren Sie die Suche, um alles zu sehen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsRow</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsTab</name>
    <message>
        <source>String out</source>
        <translation>Aneinanderreihen</translation>
    </message>
    <message>
        <source>Lay what is shown, or what is chosen of it, one after another at the end of the sequence</source>
        <translation>Legt, was zu sehen oder davon gewählt ist, nacheinander ans Ende der Sequenz</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the selects</source>
        <translation>Auswahlliste durchsuchen</translation>
    </message>
    <message>
        <source>Least rating</source>
        <translation>Mindestbewertung</translation>
    </message>
    <message>
        <source>Show only what is rated at least so well</source>
        <translation>Nur zeigen, was mindestens so bewertet ist</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SequenceDialog</name>
    <message>
        <source>Drop-frame timecode</source>
        <translation>Drop-Frame-Timecode</translation>
    </message>
    <message>
        <source>Sequence settings</source>
        <translation>Sequenzeinstellungen</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>The first clip may change it to its own</source>
        <translation>Der erste Clip kann sie auf seine eigene ändern</translation>
    </message>
    <message>
        <source>A sequence keeps the rate of its first clip.</source>
        <translation>Eine Sequenz behält die Bildrate ihres ersten Clips.</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Clips of another shape</source>
        <translation>Clips anderer Form</translation>
    </message>
    <message>
        <source>Fit: show all of them</source>
        <translation>Einpassen: ganz zeigen</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Bild füllen</translation>
    </message>
    <message>
        <source>Each clip can say otherwise in the Inspector</source>
        <translation>Jeder Clip kann es im Inspektor anders halten</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Start-Timecode</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type where the timecode starts, such as 01:00:00:00.</source>
        <translation>Geben Sie an, wo der Timecode beginnt, etwa 01:00:00:00.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Premiere</source>
        <translation>Premiere</translation>
    </message>
    <message>
        <source>Avid</source>
        <translation>Avid</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>115 %</source>
        <translation>115 %</translation>
    </message>
    <message>
        <source>130 %</source>
        <translation>130 %</translation>
    </message>
    <message>
        <source>150 %</source>
        <translation>150 %</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Wie dieser Computer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Text size, language and picture take full effect when Cutaway starts again.</source>
        <translation>Schriftgröße, Sprache und Bild wirken ganz, wenn Cutaway neu startet.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SoundDesk</name>
    <message>
        <source>Sounds of the angle</source>
        <translation>Töne der Perspektive</translation>
    </message>
    <message>
        <source>Hear all of them on both sides</source>
        <translation>Alle auf beiden Seiten hören</translation>
    </message>
    <message>
        <source>For listening only: what is cut and delivered stays as it is.</source>
        <translation>Nur zum Abhören: Geschnittenes und Geliefertes bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>L+R</source>
        <translation>L+R</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>Hear only %1</source>
        <translation>Nur %1 hören</translation>
    </message>
    <message>
        <source>%1 on the left</source>
        <translation>%1 links</translation>
    </message>
    <message>
        <source>%1 on both sides; a pair as it is</source>
        <translation>%1 auf beiden Seiten; ein Paar, wie es ist</translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation>%1 rechts</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SoundDialog</name>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>L %1</source>
        <translation>L %1</translation>
    </message>
    <message>
        <source>R %1</source>
        <translation>R %1</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>From L 100 to R 100. The other side is turned down.</source>
        <translation>Von L 100 bis R 100. Die andere Seite wird leiser.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Remove the keyframes of the gain</source>
        <translation>Keyframes des Pegels entfernen</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Wie es kommt</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Both channels</source>
        <translation>Beide Kanäle</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SourceViewer</name>
    <message>
        <source>No angle is open</source>
        <translation>Keine Perspektive geöffnet</translation>
    </message>
    <message>
        <source>Choose an event in Browse and press Enter.</source>
        <translation>Wählen Sie in Sichten einen Wettbewerb und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>No pictures of this event</source>
        <translation>Keine Bilder von diesem Wettbewerb</translation>
    </message>
    <message>
        <source>The pictures are on their way</source>
        <translation>Die Bilder sind unterwegs</translation>
    </message>
    <message>
        <source>Nothing was recorded here, or not yet.</source>
        <translation>Hier wurde nichts aufgezeichnet, oder noch nicht.</translation>
    </message>
    <message>
        <source>They are being brought in. They open here as soon as they can play.</source>
        <translation>Sie werden eingespielt und öffnen sich hier, sobald sie laufen.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
    <message>
        <source>%1 has only just begun.</source>
        <translation>%1 hat eben erst begonnen.</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Add a mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>Was geschieht hier?</translation>
    </message>
    <message>
        <source>Marked “%1”</source>
        <translation>„%1“ markiert</translation>
    </message>
    <message>
        <source>The cloud is away. Marks can be added when it is back.</source>
        <translation>Die Cloud ist nicht da. Marken lassen sich setzen, wenn sie zurück ist.</translation>
    </message>
    <message>
        <source>This angle is not live: all of it is here.</source>
        <translation>Dieser Blickwinkel ist nicht live: Er ist vollständig da.</translation>
    </message>
    <message>
        <source>There is no sound here.</source>
        <translation>Hier gibt es keinen Ton.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SpeedDialog</name>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Keep the length of the clip</source>
        <translation>Länge des Clips behalten</translation>
    </message>
    <message>
        <source>Speed in percent</source>
        <translation>Geschwindigkeit in Prozent</translation>
    </message>
    <message>
        <source>Such as 50, 33 1/3 or 200.</source>
        <translation>Zum Beispiel 50, 33 1/3 oder 200.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>The clip shows another part in the same time, and nothing else moves.</source>
        <translation>Der Clip zeigt in derselben Zeit einen anderen Teil, und nichts anderes verschiebt sich.</translation>
    </message>
    <message>
        <source>Speed %</source>
        <translation>Geschwindigkeit %</translation>
    </message>
    <message>
        <source>several</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Sound is silent above 800 %.</source>
        <translation>Über 800 % ist der Ton stumm.</translation>
    </message>
    <message>
        <source>Sound changes its pitch with the speed.</source>
        <translation>Die Tonhöhe ändert sich mit der Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Type a speed in percent, such as 50, 33 1/3 or 200.</source>
        <translation>Geben Sie eine Geschwindigkeit in Prozent ein, etwa 50, 33 1/3 oder 200.</translation>
    </message>
    <message>
        <source>A picture is held with Freeze frame.</source>
        <translation>Ein Bild wird mit „Standbild“ gehalten.</translation>
    </message>
    <message>
        <source>Type how long the clip is to be, such as 00:00:04:00.</source>
        <translation>Geben Sie ein, wie lang der Clip werden soll, etwa 00:00:04:00.</translation>
    </message>
    <message>
        <source>A speed lies between 1 % and 10,000 %.</source>
        <translation>Eine Geschwindigkeit liegt zwischen 1 % und 10.000 %.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::StatusLine</name>
    <message>
        <source>Last action</source>
        <translation>Letzte Aktion</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 not reachable since %2</source>
        <translation>%1 seit %2 nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TakeOutbox</name>
    <message>
        <source>The take is kept at %1, but not noted for sending: %2</source>
        <translation>Die Aufnahme liegt unter %1, ist aber nicht zum Senden vorgemerkt: %2</translation>
    </message>
    <message>
        <source>%1 waits on this computer: %2</source>
        <translation>%1 wartet auf diesem Rechner: %2</translation>
    </message>
    <message>
        <source>The cloud could not take in %1. It stays on this computer.</source>
        <translation>Die Cloud konnte %1 nicht aufnehmen. Die Datei bleibt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TimecodeField</name>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Click and type digits: 1423 is 00:00:14:23, +12 goes twelve frames on.</source>
        <translation>Klicken und Ziffern tippen: 1423 ist 00:00:14:23, +12 geht zwölf Bilder weiter.</translation>
    </message>
    <message>
        <source>DF</source>
        <translation>DF</translation>
    </message>
    <message>
        <source>Copy timecode</source>
        <translation>Timecode kopieren</translation>
    </message>
    <message>
        <source>Copy frame number</source>
        <translation>Bildnummer kopieren</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TimelineView</name>
    <message>
        <source>%1 is locked. Unlock it to edit it.</source>
        <translation>%1 ist gesperrt. Entsperren Sie die Spur, um sie zu bearbeiten.</translation>
    </message>
    <message>
        <source>end of the picture</source>
        <translation>Ende des Bildmaterials</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>to insert the marked part</source>
        <translation>wird der markierte Teil eingefügt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>The sequence: picture tracks over sound tracks.</source>
        <translation>Die Sequenz: Bildspuren über Tonspuren.</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>In der Zeit blättern</translation>
    </message>
    <message>
        <source>Scroll over the tracks</source>
        <translation>Über die Spuren blättern</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TokenKeeper</name>
    <message>
        <source>There is no keychain here: the token is kept in %1, which only you can read.</source>
        <translation>Es gibt hier keinen Schlüsselbund: Das Token liegt in %1; nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>The token is remembered until Cutaway ends: there is no keychain (%1), and %2 cannot be written (%3).</source>
        <translation>Das Token wird behalten, bis Cutaway endet: Es gibt keinen Schlüsselbund (%1), und %2 kann nicht geschrieben werden (%3).</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 s: the token is kept in %2, which only you can read.</source>
        <translation>Der Schlüsselbund hat nicht innerhalb von %1 s geantwortet: Das Token liegt in %2; nur Sie können die Datei lesen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TopBar</name>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What comes over the link now</source>
        <translation>Was jetzt über die Verbindung kommt</translation>
    </message>
    <message>
        <source>No cloud</source>
        <translation>Keine Cloud</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>did not start</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <translation>Cloud: %1</translation>
    </message>
    <message>
        <source>Choose the cloud that this window works with</source>
        <translation>Die Cloud wählen, mit der dieses Fenster arbeitet</translation>
    </message>
    <message>
        <source>%1 Mb/s</source>
        <translation>%1 Mb/s</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Delivering %1 %</source>
        <translation>Ausspielung %1 %</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>Jobs: %1</source>
        <translation>Aufträge: %1</translation>
    </message>
    <message>
        <source>Work under way: %1. Opens Deliver.</source>
        <translation>Arbeit im Gange: %1. Öffnet Ausspielen.</translation>
    </message>
    <message>
        <source>On this project: %1</source>
        <translation>An diesem Projekt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n nicht angenommen</numerusform>
            <numerusform>%n nicht angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n noch nicht gesendet</numerusform>
            <numerusform>%n noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The cloud did not take it. Opens Deliver, where it says why.</source>
        <translation>Die Cloud hat es nicht angenommen. Öffnet Ausspielen, wo steht, warum.</translation>
    </message>
    <message>
        <source>Kept on this computer and sent when the cloud is back. Opens Deliver.</source>
        <translation>Auf diesem Rechner, wird gesendet, wenn die Cloud wieder da ist. Öffnet Ausspielen.</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Postausgang: %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TracksDialog</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove track</source>
        <translation>Spur entfernen</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Sync lock</source>
        <translation>Sync-Sperre</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Add picture track</source>
        <translation>Bildspur hinzufügen</translation>
    </message>
    <message>
        <source>Add sound track</source>
        <translation>Tonspur hinzufügen</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TrimMonitor</name>
    <message>
        <source>Last frame of %1, %2</source>
        <translation>Letztes Bild von %1, %2</translation>
    </message>
    <message>
        <source>Nothing before the edit</source>
        <translation>Nichts vor dem Schnitt</translation>
    </message>
    <message>
        <source>Nothing after the edit</source>
        <translation>Nichts nach dem Schnitt</translation>
    </message>
    <message>
        <source>First frame of %1, %2</source>
        <translation>Erstes Bild von %1, %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TrimPlay</name>
    <message>
        <source>The media is not reachable now. Trim by number, or try again later.</source>
        <translation>Das Material ist gerade nicht erreichbar. Trimmen Sie mit Zahlen, oder versuchen Sie es später erneut.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VersionsDialog</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>getrimmt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Zu dieser Version zurück</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>What happened since</source>
        <translation>Was seitdem geschah</translation>
    </message>
    <message>
        <source>Reading the version …</source>
        <translation>Die Version wird gelesen …</translation>
    </message>
    <message>
        <source>This is what is on the timeline now.</source>
        <translation>Das ist, was jetzt auf der Timeline liegt.</translation>
    </message>
    <message>
        <source>From this version until now:</source>
        <translation>Von dieser Version bis jetzt:</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VideoView</name>
    <message>
        <source>not exact</source>
        <translation>ungenau</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ViewerPanel</name>
    <message>
        <source>Source viewer</source>
        <translation>Quellmonitor</translation>
    </message>
    <message>
        <source>Programme viewer</source>
        <translation>Programmmonitor</translation>
    </message>
    <message>
        <source>Picture size and range</source>
        <translation>Bildgröße und Dynamikumfang</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Angle %1, %2</source>
        <translation>Perspektive %1, %2</translation>
    </message>
    <message>
        <source>The same instant from angle %1 (key %1)</source>
        <translation>Derselbe Moment aus Perspektive %1 (Taste %1)</translation>
    </message>
    <message>
        <source>Angle %1 is not there yet</source>
        <translation>Perspektive %1 ist noch nicht da</translation>
    </message>
    <message>
        <source>Duration of the marked part</source>
        <translation>Dauer des markierten Teils</translation>
    </message>
    <message>
        <source>%1p %2</source>
        <translation>%1p %2</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>%1/%2x</source>
        <translation>%1/%2x</translation>
    </message>
    <message>
        <source>Timecode of the angle</source>
        <translation>Timecode der Perspektive</translation>
    </message>
    <message>
        <source>Timecode of the angle: %1</source>
        <translation>Timecode der Perspektive: %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VoiceDialog</name>
    <message>
        <source>Voice-over</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>What plays before it is recorded.</source>
        <translation>Was vor der Aufnahme läuft.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>How long the way from the microphone takes. A take that lands late needs more.</source>
        <translation>Wie lange der Weg vom Mikrofon dauert. Eine Aufnahme, die zu spät liegt, braucht mehr.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Pre-roll</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <source>Delay of the device</source>
        <translation>Verzögerung des Geräts</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Records from the playhead on, or between In and Out.</source>
        <translation>Nimmt ab dem Abspielkopf auf, oder zwischen In und Out.</translation>
    </message>
    <message>
        <source>Somebody else edits this project: a take would have no place in it.</source>
        <translation>Jemand anderes bearbeitet dieses Projekt: eine Aufnahme hätte darin keinen Platz.</translation>
    </message>
    <message>
        <source>There is no sound track that is not locked.</source>
        <translation>Es gibt keine Tonspur, die nicht gesperrt ist.</translation>
    </message>
    <message>
        <source>Voice-over %1</source>
        <translation>Kommentar %1</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Get ready…</source>
        <translation>Bereit machen …</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>The take is kept, but not in the sequence.</source>
        <translation>Die Aufnahme ist erhalten, aber nicht in der Sequenz.</translation>
    </message>
    <message>
        <source> A delay of %1 ms was taken off.</source>
        <translation> Eine Verzögerung von %1 ms wurde abgezogen.</translation>
    </message>
    <message>
        <source>The microphone has gone. %1 lies where it was spoken, as far as it came.</source>
        <translation>Das Mikrofon ist weg. %1 liegt, wo gesprochen wurde, so weit es kam.</translation>
    </message>
    <message>
        <source>%1 lies where it was spoken.</source>
        <translation>%1 liegt, wo gesprochen wurde.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VoiceRecorder</name>
    <message>
        <source>There is nothing to speak to at the playhead. Go back into the sequence.</source>
        <translation>Am Abspielkopf ist nichts, wozu gesprochen werden könnte. Gehen Sie zurück in die Sequenz.</translation>
    </message>
    <message>
        <source>The microphone has gone. Nothing was recorded.</source>
        <translation>Das Mikrofon ist weg. Es wurde nichts aufgenommen.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::WaitingCard</name>
    <message>
        <source>%1, saved version</source>
        <translation>%1, gespeicherte Version</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Ask the cloud at once</source>
        <translation>Die Cloud sofort fragen</translation>
    </message>
    <message>
        <source>Save as a copy</source>
        <translation>Als Kopie speichern</translation>
    </message>
    <message>
        <source>It becomes the first version of another project</source>
        <translation>Es wird die erste Version eines anderen Projekts</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take it from the list; the cut is untouched</source>
        <translation>Aus der Liste nehmen; der Schnitt bleibt, wie er ist</translation>
    </message>
    <message>
        <source>It is not sent; the cut is untouched</source>
        <translation>Es wird nicht gesendet; der Schnitt bleibt, wie er ist</translation>
    </message>
</context>
</TS>
