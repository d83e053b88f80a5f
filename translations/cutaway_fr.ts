<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Buttons</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Recover edits...</source>
        <translation>Récupérer des modifications...</translation>
    </message>
    <message>
        <source>Shows the projects that Cutaway ended on before they were closed.</source>
        <translation>Montre les projets encore ouverts quand Cutaway s’est arrêté.</translation>
    </message>
    <message>
        <source>Select the clip at the playhead</source>
        <translation>Sélectionner le plan sous la tête de lecture</translation>
    </message>
    <message>
        <source>Selects the picture that is seen there, else a sound.</source>
        <translation>Sélectionne l’image qui y est visible, sinon un son.</translation>
    </message>
    <message>
        <source>Select the previous clip</source>
        <translation>Sélectionner le plan précédent</translation>
    </message>
    <message>
        <source>Goes to the clip before, on the same track, and selects it.</source>
        <translation>Va au plan précédent de la même piste et le sélectionne.</translation>
    </message>
    <message>
        <source>Select the next clip</source>
        <translation>Sélectionner le plan suivant</translation>
    </message>
    <message>
        <source>Goes to the clip after it, on the same track, and selects it.</source>
        <translation>Va au plan suivant de la même piste et le sélectionne.</translation>
    </message>
    <message>
        <source>Select the clip above</source>
        <translation>Sélectionner le plan au-dessus</translation>
    </message>
    <message>
        <source>Goes to the clip on the track above and selects it.</source>
        <translation>Va au plan de la piste au-dessus et le sélectionne.</translation>
    </message>
    <message>
        <source>Select the clip below</source>
        <translation>Sélectionner le plan en dessous</translation>
    </message>
    <message>
        <source>Goes to the clip on the track below and selects it.</source>
        <translation>Va au plan de la piste en dessous et le sélectionne.</translation>
    </message>
    <message>
        <source>Shows every angle at the same instant, as tiles; again for the chosen one alone.</source>
        <translation>Montre chaque angle au même instant, en mosaïque ; encore pour l’angle choisi seul.</translation>
    </message>
    <message>
        <source>All angles</source>
        <translation>Tous les angles</translation>
    </message>
    <message>
        <source>Shows the programme alone and full screen, on another screen when there is one; again, or there Escape, to leave.</source>
        <translation>Montre le programme seul et en plein écran, sur un autre écran s’il y en a un ; encore, ou là Échap, pour quitter.</translation>
    </message>
    <message>
        <source>Programme on second screen</source>
        <translation>Programme sur le second écran</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Starts an empty project in the cloud.</source>
        <translation>Commence un projet vide dans le cloud.</translation>
    </message>
    <message>
        <source>Open project...</source>
        <translation>Ouvrir un projet...</translation>
    </message>
    <message>
        <source>Opens a project kept in the cloud.</source>
        <translation>Ouvre un projet conservé dans le cloud.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Sends the project to the cloud now.</source>
        <translation>Envoie le projet au cloud maintenant.</translation>
    </message>
    <message>
        <source>Open a file...</source>
        <translation>Ouvrir un fichier...</translation>
    </message>
    <message>
        <source>Opens an OpenTimelineIO file as the sequence.</source>
        <translation>Ouvre un fichier OpenTimelineIO comme séquence.</translation>
    </message>
    <message>
        <source>Save a copy...</source>
        <translation>Enregistrer une copie...</translation>
    </message>
    <message>
        <source>Writes the sequence to an OpenTimelineIO file.</source>
        <translation>Écrit la séquence dans un fichier OpenTimelineIO.</translation>
    </message>
    <message>
        <source>Connect...</source>
        <translation>Se connecter...</translation>
    </message>
    <message>
        <source>Chooses the cloud that this window works with.</source>
        <translation>Choisit le cloud avec lequel cette fenêtre travaille.</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>Réglages...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Closes the window. Every edit is kept.</source>
        <translation>Ferme la fenêtre. Chaque modification est conservée.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Takes back the last edit.</source>
        <translation>Reprend la dernière modification.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Does the edit again that was taken back.</source>
        <translation>Refait la modification annulée.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Puts the marked part in at the playhead and pushes what follows along.</source>
        <translation>Insère la partie marquée à la tête de lecture et décale ce qui suit.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Écraser</translation>
    </message>
    <message>
        <source>Puts the marked part over what is at the playhead.</source>
        <translation>Pose la partie marquée par-dessus ce qui est à la tête de lecture.</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Prélever</translation>
    </message>
    <message>
        <source>Takes the marked part out and leaves a gap.</source>
        <translation>Retire la partie marquée et laisse un vide.</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Extraire</translation>
    </message>
    <message>
        <source>Takes the marked part out and closes the gap.</source>
        <translation>Retire la partie marquée et referme le vide.</translation>
    </message>
    <message>
        <source>Cut at the playhead</source>
        <translation>Couper à la tête de lecture</translation>
    </message>
    <message>
        <source>Splits the clips on the targeted tracks at the playhead.</source>
        <translation>Divise les plans des pistes cibles à la tête de lecture.</translation>
    </message>
    <message>
        <source>Cut all tracks at the playhead</source>
        <translation>Couper toutes les pistes à la tête de lecture</translation>
    </message>
    <message>
        <source>Splits the clips on every track at the playhead.</source>
        <translation>Divise les plans de toutes les pistes à la tête de lecture.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Removes the selected clips and leaves gaps.</source>
        <translation>Supprime les plans sélectionnés et laisse des vides.</translation>
    </message>
    <message>
        <source>Ripple delete</source>
        <translation>Supprimer et raccorder</translation>
    </message>
    <message>
        <source>Removes the selected clips and closes the gaps.</source>
        <translation>Supprime les plans sélectionnés et referme les vides.</translation>
    </message>
    <message>
        <source>Trim start to the playhead</source>
        <translation>Raccourcir le début jusqu'à la tête de lecture</translation>
    </message>
    <message>
        <source>Removes what lies between the previous edit and the playhead.</source>
        <translation>Supprime ce qui est entre la coupe précédente et la tête de lecture.</translation>
    </message>
    <message>
        <source>Trim end to the playhead</source>
        <translation>Raccourcir la fin depuis la tête de lecture</translation>
    </message>
    <message>
        <source>Removes what lies between the playhead and the next edit.</source>
        <translation>Supprime ce qui est entre la tête de lecture et la coupe suivante.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Selects every clip of the sequence.</source>
        <translation>Sélectionne tous les plans de la séquence.</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Selects nothing.</source>
        <translation>Ne sélectionne rien.</translation>
    </message>
    <message>
        <source>Linked selection</source>
        <translation>Sélection liée</translation>
    </message>
    <message>
        <source>A click on a clip selects its picture and its sound.</source>
        <translation>Un clic sur un plan sélectionne son image et son son.</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Magnétisme</translation>
    </message>
    <message>
        <source>Edges and the playhead jump to nearby edits.</source>
        <translation>Les bords et la tête de lecture s'accrochent aux coupes proches.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marquage</translation>
    </message>
    <message>
        <source>Mark In</source>
        <translation>Marquer l'entrée</translation>
    </message>
    <message>
        <source>The marked part starts at this frame.</source>
        <translation>La partie marquée commence à cette image.</translation>
    </message>
    <message>
        <source>Mark Out</source>
        <translation>Marquer la sortie</translation>
    </message>
    <message>
        <source>The marked part ends with this frame.</source>
        <translation>La partie marquée finit à cette image.</translation>
    </message>
    <message>
        <source>Mark clip</source>
        <translation>Marquer le plan</translation>
    </message>
    <message>
        <source>Marks the whole clip under the playhead.</source>
        <translation>Marque le plan entier sous la tête de lecture.</translation>
    </message>
    <message>
        <source>Go to In</source>
        <translation>Aller à l'entrée</translation>
    </message>
    <message>
        <source>Jumps to the first marked frame.</source>
        <translation>Va à la première image marquée.</translation>
    </message>
    <message>
        <source>Go to Out</source>
        <translation>Aller à la sortie</translation>
    </message>
    <message>
        <source>Jumps to the last marked frame.</source>
        <translation>Va à la dernière image marquée.</translation>
    </message>
    <message>
        <source>Clear In</source>
        <translation>Effacer l'entrée</translation>
    </message>
    <message>
        <source>Forgets the In mark.</source>
        <translation>Oublie le point d'entrée.</translation>
    </message>
    <message>
        <source>Clear Out</source>
        <translation>Effacer la sortie</translation>
    </message>
    <message>
        <source>Forgets the Out mark.</source>
        <translation>Oublie le point de sortie.</translation>
    </message>
    <message>
        <source>Clear In and Out</source>
        <translation>Effacer entrée et sortie</translation>
    </message>
    <message>
        <source>Forgets both marks.</source>
        <translation>Oublie les deux points.</translation>
    </message>
    <message>
        <source>Add mark</source>
        <translation>Ajouter un repère</translation>
    </message>
    <message>
        <source>Writes a mark at this moment for everyone.</source>
        <translation>Écrit un repère à cet instant pour tout le monde.</translation>
    </message>
    <message>
        <source>Add to selects</source>
        <translation>Ajouter aux sélections</translation>
    </message>
    <message>
        <source>Keeps the marked part, with its angle, in the list of selects.</source>
        <translation>Garde la partie marquée, avec son angle, dans les sélections.</translation>
    </message>
    <message>
        <source>String out selects</source>
        <translation>Monter les sélections bout à bout</translation>
    </message>
    <message>
        <source>Lays the selects one after another at the end of the sequence.</source>
        <translation>Pose les sélections l'une après l'autre à la fin de la séquence.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Lire ou arrêter</translation>
    </message>
    <message>
        <source>Plays at normal speed, or stops.</source>
        <translation>Lit à vitesse normale, ou arrête.</translation>
    </message>
    <message>
        <source>Play backwards</source>
        <translation>Lire en arrière</translation>
    </message>
    <message>
        <source>Plays backwards; again for faster; with K held, slowly.</source>
        <translation>Lit en arrière ; encore pour accélérer ; lentement avec K maintenu.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stops on this frame.</source>
        <translation>Arrête sur cette image.</translation>
    </message>
    <message>
        <source>Play forwards</source>
        <translation>Lire en avant</translation>
    </message>
    <message>
        <source>Plays forwards; again for faster; with K held, slowly.</source>
        <translation>Lit en avant ; encore pour accélérer ; lentement avec K maintenu.</translation>
    </message>
    <message>
        <source>Back one frame</source>
        <translation>Reculer d'une image</translation>
    </message>
    <message>
        <source>Shows the frame before.</source>
        <translation>Montre l'image précédente.</translation>
    </message>
    <message>
        <source>Forward one frame</source>
        <translation>Avancer d'une image</translation>
    </message>
    <message>
        <source>Shows the next frame.</source>
        <translation>Montre l'image suivante.</translation>
    </message>
    <message>
        <source>Back five frames</source>
        <translation>Reculer de cinq images</translation>
    </message>
    <message>
        <source>Goes five frames back.</source>
        <translation>Recule de cinq images.</translation>
    </message>
    <message>
        <source>Forward five frames</source>
        <translation>Avancer de cinq images</translation>
    </message>
    <message>
        <source>Goes five frames on.</source>
        <translation>Avance de cinq images.</translation>
    </message>
    <message>
        <source>Previous edit or mark</source>
        <translation>Coupe ou repère précédent</translation>
    </message>
    <message>
        <source>Goes to the previous cut, or in a source to the previous mark.</source>
        <translation>Va à la coupe précédente, ou dans une source au repère précédent.</translation>
    </message>
    <message>
        <source>Next edit or mark</source>
        <translation>Coupe ou repère suivant</translation>
    </message>
    <message>
        <source>Goes to the next cut, or in a source to the next mark.</source>
        <translation>Va à la coupe suivante, ou dans une source au repère suivant.</translation>
    </message>
    <message>
        <source>Go to start</source>
        <translation>Aller au début</translation>
    </message>
    <message>
        <source>Goes to the first frame.</source>
        <translation>Va à la première image.</translation>
    </message>
    <message>
        <source>Go to end</source>
        <translation>Aller à la fin</translation>
    </message>
    <message>
        <source>Goes to the last frame.</source>
        <translation>Va à la dernière image.</translation>
    </message>
    <message>
        <source>Go to timecode...</source>
        <translation>Aller au timecode...</translation>
    </message>
    <message>
        <source>Type digits: 1423 is 00:00:14:23, +12 goes twelve frames on. The number pad's digits, + and - start it as well.</source>
        <translation>Tapez des chiffres : 1423 est 00:00:14:23, +12 avance de douze images. Les chiffres, + et - du pavé numérique commencent aussi la saisie.</translation>
    </message>
    <message>
        <source>Play the marked part</source>
        <translation>Lire la partie marquée</translation>
    </message>
    <message>
        <source>Plays from In to Out.</source>
        <translation>Lit de l'entrée à la sortie.</translation>
    </message>
    <message>
        <source>Loop the marked part</source>
        <translation>Lire la partie marquée en boucle</translation>
    </message>
    <message>
        <source>Plays from In to Out again and again, until it is stopped.</source>
        <translation>Lit de l'entrée à la sortie encore et encore, jusqu'à l'arrêt.</translation>
    </message>
    <message>
        <source>Play around the edit</source>
        <translation>Lire autour du point de montage</translation>
    </message>
    <message>
        <source>Plays from two seconds before the nearest cut to two seconds after it, and returns; away from cuts, around the playhead.</source>
        <translation>Lit de deux secondes avant le point de montage le plus proche à deux secondes après, puis revient ; loin des points de montage, autour de la tête de lecture.</translation>
    </message>
    <message>
        <source>Sound while scrubbing</source>
        <translation>Son pendant le défilement</translation>
    </message>
    <message>
        <source>A short burst of the sound under each frame that the hand comes to.</source>
        <translation>Un court instant du son sous chaque image où la main arrive.</translation>
    </message>
    <message>
        <source>Picture quality: automatic</source>
        <translation>Qualité de l’image : automatique</translation>
    </message>
    <message>
        <source>Plays the full picture while the link carries it, else the small one.</source>
        <translation>Lit la grande image tant que la liaison la porte, sinon la petite.</translation>
    </message>
    <message>
        <source>Picture quality: full</source>
        <translation>Qualité de l’image : grande</translation>
    </message>
    <message>
        <source>Always plays the full picture, and waits for it where the link is slow.</source>
        <translation>Lit toujours la grande image, et l’attend quand la liaison est lente.</translation>
    </message>
    <message>
        <source>Picture quality: small</source>
        <translation>Qualité de l’image : petite</translation>
    </message>
    <message>
        <source>Always plays the small picture; at rest the full one is shown.</source>
        <translation>Lit toujours la petite image ; à l’arrêt, la grande est affichée.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Angle 1</source>
        <translation>Angle 1</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 1.</source>
        <translation>Montre le même instant vu de l'angle 1.</translation>
    </message>
    <message>
        <source>Angle 2</source>
        <translation>Angle 2</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 2.</source>
        <translation>Montre le même instant vu de l'angle 2.</translation>
    </message>
    <message>
        <source>Angle 3</source>
        <translation>Angle 3</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 3.</source>
        <translation>Montre le même instant vu de l'angle 3.</translation>
    </message>
    <message>
        <source>Angle 4</source>
        <translation>Angle 4</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 4.</source>
        <translation>Montre le même instant vu de l'angle 4.</translation>
    </message>
    <message>
        <source>Angle 5</source>
        <translation>Angle 5</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 5.</source>
        <translation>Montre le même instant vu de l'angle 5.</translation>
    </message>
    <message>
        <source>Angle 6</source>
        <translation>Angle 6</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 6.</source>
        <translation>Montre le même instant vu de l'angle 6.</translation>
    </message>
    <message>
        <source>Angle 7</source>
        <translation>Angle 7</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 7.</source>
        <translation>Montre le même instant vu de l'angle 7.</translation>
    </message>
    <message>
        <source>Angle 8</source>
        <translation>Angle 8</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 8.</source>
        <translation>Montre le même instant vu de l'angle 8.</translation>
    </message>
    <message>
        <source>Angle 9</source>
        <translation>Angle 9</translation>
    </message>
    <message>
        <source>Shows the same instant from angle 9.</source>
        <translation>Montre le même instant vu de l'angle 9.</translation>
    </message>
    <message>
        <source>Swap to angle 1</source>
        <translation>Passer à l'angle 1</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 1.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 1.</translation>
    </message>
    <message>
        <source>Swap to angle 2</source>
        <translation>Passer à l'angle 2</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 2.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 2.</translation>
    </message>
    <message>
        <source>Swap to angle 3</source>
        <translation>Passer à l'angle 3</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 3.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 3.</translation>
    </message>
    <message>
        <source>Swap to angle 4</source>
        <translation>Passer à l'angle 4</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 4.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 4.</translation>
    </message>
    <message>
        <source>Swap to angle 5</source>
        <translation>Passer à l'angle 5</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 5.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 5.</translation>
    </message>
    <message>
        <source>Swap to angle 6</source>
        <translation>Passer à l'angle 6</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 6.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 6.</translation>
    </message>
    <message>
        <source>Swap to angle 7</source>
        <translation>Passer à l'angle 7</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 7.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 7.</translation>
    </message>
    <message>
        <source>Swap to angle 8</source>
        <translation>Passer à l'angle 8</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 8.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 8.</translation>
    </message>
    <message>
        <source>Swap to angle 9</source>
        <translation>Passer à l'angle 9</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the same time from angle 9.</source>
        <translation>Le plan sous la tête de lecture montre le même temps vu de l'angle 9.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Dérushage</translation>
    </message>
    <message>
        <source>Finds pictures in the event.</source>
        <translation>Trouve les images de l'événement.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Montage</translation>
    </message>
    <message>
        <source>Cuts the sequence.</source>
        <translation>Monte la séquence.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Livrer</translation>
    </message>
    <message>
        <source>Makes files of the sequence and shows the queue.</source>
        <translation>Fabrique les fichiers de la séquence et montre la file d'attente.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Puts the cursor into the search field of Browse.</source>
        <translation>Place le curseur dans le champ de recherche du dérushage.</translation>
    </message>
    <message>
        <source>Open in Cut</source>
        <translation>Ouvrir dans le montage</translation>
    </message>
    <message>
        <source>Opens Cut on this frame and this angle.</source>
        <translation>Ouvre le montage sur cette image et cet angle.</translation>
    </message>
    <message>
        <source>Source viewer</source>
        <translation>Moniteur source</translation>
    </message>
    <message>
        <source>Keys go to the source viewer.</source>
        <translation>Les touches vont au moniteur source.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Keys go to the timeline and the programme viewer.</source>
        <translation>Les touches vont à la timeline et au moniteur programme.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Shows less of the timeline, larger.</source>
        <translation>Montre moins de la timeline, en plus grand.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Shows more of the timeline, smaller.</source>
        <translation>Montre plus de la timeline, en plus petit.</translation>
    </message>
    <message>
        <source>Fit the sequence</source>
        <translation>Ajuster à la séquence</translation>
    </message>
    <message>
        <source>Shows the whole sequence.</source>
        <translation>Montre la séquence entière.</translation>
    </message>
    <message>
        <source>Maximise the panel</source>
        <translation>Agrandir le panneau</translation>
    </message>
    <message>
        <source>The panel with the focus fills the window; again, or Escape, to go back.</source>
        <translation>Le panneau actif remplit la fenêtre ; encore, ou Échap, pour revenir.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>The window fills the screen; again to go back.</source>
        <translation>La fenêtre remplit l'écran ; encore pour revenir.</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Réinitialiser la disposition</translation>
    </message>
    <message>
        <source>Puts every panel back where it was at first.</source>
        <translation>Remet chaque panneau où il était au début.</translation>
    </message>
    <message>
        <source>Opens Deliver with the sequence; there, starts making the files.</source>
        <translation>Ouvre la livraison avec la séquence ; de là, lance la fabrication des fichiers.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>About Cutaway</source>
        <translation>À propos de Cutaway</translation>
    </message>
    <message>
        <source>Version, licence and the cloud in use.</source>
        <translation>Version, licence et cloud utilisé.</translation>
    </message>
    <message>
        <source>Select tool</source>
        <translation>Outil Sélection</translation>
    </message>
    <message>
        <source>Moves clips and trims edges; with Ctrl, ripples or rearranges.</source>
        <translation>Déplace les plans et raccourcit les bords ; avec Ctrl, propage ou réordonne.</translation>
    </message>
    <message>
        <source>Ripple tool</source>
        <translation>Outil Propagation</translation>
    </message>
    <message>
        <source>Trims an edge, and what follows moves along.</source>
        <translation>Raccourcit un bord, et la suite se décale.</translation>
    </message>
    <message>
        <source>Roll tool</source>
        <translation>Outil Compensation</translation>
    </message>
    <message>
        <source>Moves a cut between two clips.</source>
        <translation>Déplace une coupe entre deux plans.</translation>
    </message>
    <message>
        <source>Slip tool</source>
        <translation>Outil Déplacer dessous</translation>
    </message>
    <message>
        <source>Shows another part of the clip in the same place.</source>
        <translation>Montre une autre partie du plan au même endroit.</translation>
    </message>
    <message>
        <source>Razor tool</source>
        <translation>Cutter</translation>
    </message>
    <message>
        <source>Cuts where you click.</source>
        <translation>Coupe où vous cliquez.</translation>
    </message>
    <message>
        <source>Measure loudness anew</source>
        <translation>Remesurer la sonie</translation>
    </message>
    <message>
        <source>Integrated loudness and the highest true peak begin again.</source>
        <translation>La sonie intégrée et le plus haut true peak repartent de zéro.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Shows the scope used last beside the viewers; again to hide it.</source>
        <translation>Affiche à côté des images le dernier instrument utilisé ; à nouveau pour le masquer.</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Shows the luma of every column of the picture.</source>
        <translation>Montre la luma de chaque colonne de l’image.</translation>
    </message>
    <message>
        <source>RGB parade</source>
        <translation>Parade RVB</translation>
    </message>
    <message>
        <source>Shows red, green and blue of every column beside each other.</source>
        <translation>Montre côte à côte le rouge, le vert et le bleu de chaque colonne.</translation>
    </message>
    <message>
        <source>Vectorscope</source>
        <translation>Vecteurscope</translation>
    </message>
    <message>
        <source>Shows hue and saturation, with the places of colour bars.</source>
        <translation>Montre teinte et saturation, avec la place des barres de couleur.</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Shows how much of the picture has which level.</source>
        <translation>Montre quelle part de l’image a quel niveau.</translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation>Zones de sécurité</translation>
    </message>
    <message>
        <source>Shows over the picture where action and graphics are safe, EBU R 95.</source>
        <translation>Montre sur l’image où l’action et les graphismes sont à l’abri, UER R 95.</translation>
    </message>
    <message>
        <source>Guide 9:16</source>
        <translation>Cadre 9:16</translation>
    </message>
    <message>
        <source>Shows over the picture what an upright crop keeps.</source>
        <translation>Montre sur l’image ce que garde un cadrage vertical.</translation>
    </message>
    <message>
        <source>Guide 1:1</source>
        <translation>Cadre 1:1</translation>
    </message>
    <message>
        <source>Shows over the picture what a square crop keeps.</source>
        <translation>Montre sur l’image ce que garde un cadrage carré.</translation>
    </message>
    <message>
        <source>Guide 4:5</source>
        <translation>Cadre 4:5</translation>
    </message>
    <message>
        <source>Shows over the picture what a 4:5 crop keeps.</source>
        <translation>Montre sur l’image ce que garde un cadrage en 4:5.</translation>
    </message>
    <message>
        <source>Make available offline</source>
        <translation>Rendre disponible hors ligne</translation>
    </message>
    <message>
        <source>Fetches the marked part, or the whole angle, to play without the cloud.</source>
        <translation>Récupère la partie marquée, ou l'angle entier, pour la lire sans le cloud.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Retirer de cet ordinateur</translation>
    </message>
    <message>
        <source>Lets go of what was made available offline of this angle.</source>
        <translation>Libère ce qui a été rendu disponible hors ligne de cet angle.</translation>
    </message>
    <message>
        <source>Keys, text size, language and picture.</source>
        <translation>Touches, taille du texte, langue et image.</translation>
    </message>
    <message>
        <source>Inspect the frame</source>
        <translation>Examiner l'image</translation>
    </message>
    <message>
        <source>Shows this frame of the master at full size, to zoom into and to save.</source>
        <translation>Montre cette image du master en pleine taille, à agrandir et à enregistrer.</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Aller au direct</translation>
    </message>
    <message>
        <source>Plays at the edge of an angle that is still coming in, and stays there until it is stopped.</source>
        <translation>Lit au bord d’un angle qui arrive encore, et y reste jusqu’à l’arrêt.</translation>
    </message>
    <message>
        <source>Sounds of the angle...</source>
        <translation>Sons de l’angle...</translation>
    </message>
    <message>
        <source>Chooses which sounds of the angle are heard, and on which side. What is delivered stays as it is.</source>
        <translation>Choisit les sons de l’angle qu’on entend, et de quel côté. La livraison reste inchangée.</translation>
    </message>
    <message>
        <source>Cut to the clipboard</source>
        <translation>Couper vers le presse-papiers</translation>
    </message>
    <message>
        <source>Takes the selected clips out and keeps them to be pasted.</source>
        <translation>Retire les clips sélectionnés et les garde pour les coller.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Keeps the selected clips to be pasted.</source>
        <translation>Garde les clips sélectionnés pour les coller.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Lays what was copied over what is at the playhead.</source>
        <translation>Pose ce qui a été copié sur ce qui se trouve à la tête de lecture.</translation>
    </message>
    <message>
        <source>Paste insert</source>
        <translation>Coller en insérant</translation>
    </message>
    <message>
        <source>Puts what was copied in at the playhead and pushes what follows along.</source>
        <translation>Insère ce qui a été copié à la tête de lecture et pousse la suite.</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Ajouter à la fin</translation>
    </message>
    <message>
        <source>Puts the marked part at the end of the sequence.</source>
        <translation>Place la partie marquée à la fin de la séquence.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>The clip under the playhead shows the source viewer, lined up at the playhead.</source>
        <translation>Le clip sous la tête de lecture montre la source, alignée sur la tête de lecture.</translation>
    </message>
    <message>
        <source>Taller tracks</source>
        <translation>Pistes plus hautes</translation>
    </message>
    <message>
        <source>Gives every track of the timeline more height.</source>
        <translation>Donne plus de hauteur à chaque piste.</translation>
    </message>
    <message>
        <source>Lower tracks</source>
        <translation>Pistes plus basses</translation>
    </message>
    <message>
        <source>Gives every track of the timeline less height.</source>
        <translation>Donne moins de hauteur à chaque piste.</translation>
    </message>
    <message>
        <source>Slide tool</source>
        <translation>Outil de déplacement entre voisins</translation>
    </message>
    <message>
        <source>Moves a clip between its neighbours, which make up for it.</source>
        <translation>Déplace un clip entre ses voisins, qui compensent.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Rename clip...</source>
        <translation>Renommer le clip...</translation>
    </message>
    <message>
        <source>Gives the selected clips another name.</source>
        <translation>Donne un autre nom aux clips sélectionnés.</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>Activer ou désactiver</translation>
    </message>
    <message>
        <source>A disabled clip keeps its place and is neither seen nor heard.</source>
        <translation>Un clip désactivé garde sa place et n'est ni vu ni entendu.</translation>
    </message>
    <message>
        <source>Link or unlink</source>
        <translation>Lier ou délier</translation>
    </message>
    <message>
        <source>Linked clips are selected and moved together; again to take them apart.</source>
        <translation>Les clips liés sont sélectionnés et déplacés ensemble; de nouveau pour les séparer.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Makes one clip of selected neighbours that go on as if they were not cut.</source>
        <translation>Fait un seul clip de voisins sélectionnés qui se suivent comme s'ils n'étaient pas coupés.</translation>
    </message>
    <message>
        <source>Nudge a frame earlier</source>
        <translation>Avancer d'une image</translation>
    </message>
    <message>
        <source>Moves the selected clips one frame to the left.</source>
        <translation>Déplace les clips sélectionnés d'une image vers la gauche.</translation>
    </message>
    <message>
        <source>Nudge a frame later</source>
        <translation>Retarder d'une image</translation>
    </message>
    <message>
        <source>Moves the selected clips one frame to the right.</source>
        <translation>Déplace les clips sélectionnés d'une image vers la droite.</translation>
    </message>
    <message>
        <source>Nudge five frames earlier</source>
        <translation>Avancer de cinq images</translation>
    </message>
    <message>
        <source>Moves the selected clips five frames to the left.</source>
        <translation>Déplace les clips sélectionnés de cinq images vers la gauche.</translation>
    </message>
    <message>
        <source>Nudge five frames later</source>
        <translation>Retarder de cinq images</translation>
    </message>
    <message>
        <source>Moves the selected clips five frames to the right.</source>
        <translation>Déplace les clips sélectionnés de cinq images vers la droite.</translation>
    </message>
    <message>
        <source>Match frame</source>
        <translation>Image correspondante</translation>
    </message>
    <message>
        <source>Opens the angle of the clip under the playhead at this very frame.</source>
        <translation>Ouvre l'angle du clip sous la tête de lecture sur cette image précise.</translation>
    </message>
    <message>
        <source>Reverse match frame</source>
        <translation>Image correspondante inverse</translation>
    </message>
    <message>
        <source>Goes to where the sequence shows the frame in the source viewer.</source>
        <translation>Va là où la séquence montre l'image de la source.</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>Fondu enchaîné</translation>
    </message>
    <message>
        <source>Puts a dissolve on the nearest cut of the targeted picture tracks.</source>
        <translation>Place un fondu enchaîné sur la coupe la plus proche des pistes image ciblées.</translation>
    </message>
    <message>
        <source>Crossfade the sound</source>
        <translation>Fondu enchaîné du son</translation>
    </message>
    <message>
        <source>Puts a crossfade on the nearest cut of the targeted sound tracks.</source>
        <translation>Place un fondu sur la coupe la plus proche des pistes son ciblées.</translation>
    </message>
    <message>
        <source>Dissolve at both ends</source>
        <translation>Fondu aux deux extrémités</translation>
    </message>
    <message>
        <source>Puts a dissolve or crossfade at both ends of every selected clip.</source>
        <translation>Place un fondu aux deux extrémités de chaque clip sélectionné.</translation>
    </message>
    <message>
        <source>Dip to black</source>
        <translation>Fondu au noir</translation>
    </message>
    <message>
        <source>Puts a dip through black on the nearest cut of the targeted picture tracks.</source>
        <translation>Place un passage au noir sur la coupe la plus proche des pistes image ciblées.</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Volet</translation>
    </message>
    <message>
        <source>Puts a wipe from the left on the nearest cut of the targeted picture tracks.</source>
        <translation>Place un volet depuis la gauche sur la coupe la plus proche des pistes image ciblées.</translation>
    </message>
    <message>
        <source>Length of transitions...</source>
        <translation>Durée des transitions...</translation>
    </message>
    <message>
        <source>Says how long a new transition is.</source>
        <translation>Fixe la durée d'une nouvelle transition.</translation>
    </message>
    <message>
        <source>Remove transitions</source>
        <translation>Supprimer les transitions</translation>
    </message>
    <message>
        <source>Takes the transitions at both ends of the selected clips away.</source>
        <translation>Retire les transitions aux deux extrémités des clips sélectionnés.</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Séquence</translation>
    </message>
    <message>
        <source>Take the nearest edit</source>
        <translation>Prendre la coupe la plus proche</translation>
    </message>
    <message>
        <source>Takes the nearest edit of the targeted tracks in hand, to trim it by keys and numbers.</source>
        <translation>Prend en main la coupe la plus proche des pistes ciblées, à rogner au clavier et par nombres.</translation>
    </message>
    <message>
        <source>Change what is trimmed</source>
        <translation>Changer ce qui est rogné</translation>
    </message>
    <message>
        <source>Rolls the edit, ripples the clip before it, or the one after it.</source>
        <translation>Roule la coupe, ou propage le clip d'avant ou celui d'après.</translation>
    </message>
    <message>
        <source>Trim a frame earlier</source>
        <translation>Rogner d'une image plus tôt</translation>
    </message>
    <message>
        <source>Moves the edit in hand one frame to the left.</source>
        <translation>Déplace la coupe en main d'une image vers la gauche.</translation>
    </message>
    <message>
        <source>Trim a frame later</source>
        <translation>Rogner d'une image plus tard</translation>
    </message>
    <message>
        <source>Moves the edit in hand one frame to the right.</source>
        <translation>Déplace la coupe en main d'une image vers la droite.</translation>
    </message>
    <message>
        <source>Trim five frames earlier</source>
        <translation>Rogner de cinq images plus tôt</translation>
    </message>
    <message>
        <source>Moves the edit in hand five frames to the left.</source>
        <translation>Déplace la coupe en main de cinq images vers la gauche.</translation>
    </message>
    <message>
        <source>Trim five frames later</source>
        <translation>Rogner de cinq images plus tard</translation>
    </message>
    <message>
        <source>Moves the edit in hand five frames to the right.</source>
        <translation>Déplace la coupe en main de cinq images vers la droite.</translation>
    </message>
    <message>
        <source>Extend edit</source>
        <translation>Étendre la coupe</translation>
    </message>
    <message>
        <source>Rolls the nearest edit of the targeted tracks to the playhead.</source>
        <translation>Roule la coupe la plus proche des pistes ciblées jusqu'à la tête de lecture.</translation>
    </message>
    <message>
        <source>Close gap</source>
        <translation>Fermer le vide</translation>
    </message>
    <message>
        <source>Closes the gap under the playhead.</source>
        <translation>Ferme le vide sous la tête de lecture.</translation>
    </message>
    <message>
        <source>Add marker</source>
        <translation>Ajouter un marqueur</translation>
    </message>
    <message>
        <source>Puts a marker on the sequence at the playhead, or over the marked part.</source>
        <translation>Pose un marqueur à la tête de lecture, ou sur la partie marquée.</translation>
    </message>
    <message>
        <source>Edit marker...</source>
        <translation>Modifier le marqueur...</translation>
    </message>
    <message>
        <source>Names, colours or removes the marker at the playhead.</source>
        <translation>Nomme, colore ou retire le marqueur à la tête de lecture.</translation>
    </message>
    <message>
        <source>Previous marker</source>
        <translation>Marqueur précédent</translation>
    </message>
    <message>
        <source>Goes to the marker before the playhead.</source>
        <translation>Va au marqueur avant la tête de lecture.</translation>
    </message>
    <message>
        <source>Next marker</source>
        <translation>Marqueur suivant</translation>
    </message>
    <message>
        <source>Goes to the marker after the playhead.</source>
        <translation>Va au marqueur après la tête de lecture.</translation>
    </message>
    <message>
        <source>Add picture track</source>
        <translation>Ajouter une piste image</translation>
    </message>
    <message>
        <source>Adds an empty track above the other pictures.</source>
        <translation>Ajoute une piste vide au-dessus des autres images.</translation>
    </message>
    <message>
        <source>Add sound track</source>
        <translation>Ajouter une piste son</translation>
    </message>
    <message>
        <source>Adds an empty track below the other sounds.</source>
        <translation>Ajoute une piste vide sous les autres sons.</translation>
    </message>
    <message>
        <source>Tracks...</source>
        <translation>Pistes...</translation>
    </message>
    <message>
        <source>Names, languages, order and switches of all tracks in one list.</source>
        <translation>Noms, langues, ordre et interrupteurs de toutes les pistes en une liste.</translation>
    </message>
    <message>
        <source>Remove empty tracks</source>
        <translation>Supprimer les pistes vides</translation>
    </message>
    <message>
        <source>Takes every track away on which nothing lies.</source>
        <translation>Retire chaque piste sur laquelle il n'y a rien.</translation>
    </message>
    <message>
        <source>Keys...</source>
        <translation>Touches...</translation>
    </message>
    <message>
        <source>Lists every command with its keys, and changes them.</source>
        <translation>Montre chaque commande avec ses touches, et les change.</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Trouver une commande...</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do; Return does it.</source>
        <translation>Tapez quelques lettres de ce que vous voulez faire ; Entrée le fait.</translation>
    </message>
    <message>
        <source>History...</source>
        <translation>Historique...</translation>
    </message>
    <message>
        <source>Lists the steps of this cut, to go back to any of them.</source>
        <translation>Liste les étapes de ce montage, pour revenir à chacune d'elles.</translation>
    </message>
    <message>
        <source>Versions...</source>
        <translation>Versions...</translation>
    </message>
    <message>
        <source>Shows every saved version of this project, and goes back to one.</source>
        <translation>Montre chaque version enregistrée de ce projet, et revient à l'une d'elles.</translation>
    </message>
    <message>
        <source>Cut between angles</source>
        <translation>Couper entre les angles</translation>
    </message>
    <message>
        <source>While the timeline has the keys, 1 to 9 cut to that angle at the playhead, playing or not.</source>
        <translation>Tant que la timeline a le clavier, 1 à 9 coupent vers cet angle à la tête de lecture, en lecture ou non.</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Writes the sequence for other programs, and says what they cannot hold.</source>
        <translation>Écrit la séquence pour d'autres programmes, et dit ce qu'ils ne peuvent contenir.</translation>
    </message>
    <message>
        <source>Speed...</source>
        <translation>Vitesse…</translation>
    </message>
    <message>
        <source>Makes the selected clips faster, slower or play backwards.</source>
        <translation>Accélère, ralentit ou inverse les clips sélectionnés.</translation>
    </message>
    <message>
        <source>Freeze frame</source>
        <translation>Arrêt sur image</translation>
    </message>
    <message>
        <source>From the playhead on the clip holds its picture, to its end. Sounds go on.</source>
        <translation>À partir de la tête de lecture, le clip fige son image jusqu’à sa fin. Le son continue.</translation>
    </message>
    <message>
        <source>Fit to fill</source>
        <translation>Ajuster pour remplir</translation>
    </message>
    <message>
        <source>The marked part fills the marked part of the sequence, as fast as that takes.</source>
        <translation>La partie marquée remplit la partie marquée de la séquence, à la vitesse qu’il faut.</translation>
    </message>
    <message>
        <source>Insert freeze frame...</source>
        <translation>Insérer un arrêt sur image…</translation>
    </message>
    <message>
        <source>Holds the picture at the playhead for a while; then the clip goes on.</source>
        <translation>Fige un moment l’image à la tête de lecture ; puis le clip continue.</translation>
    </message>
    <message>
        <source>Patch...</source>
        <translation>Affecter…</translation>
    </message>
    <message>
        <source>Says which part of the source goes to which track.</source>
        <translation>Indique quelle partie de la source va sur quelle piste.</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importer...</translation>
    </message>
    <message>
        <source>Opens a sequence of another program as a new project, once its media is found.</source>
        <translation>Ouvre une séquence d'un autre programme dans un nouveau projet, une fois ses médias trouvés.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>Selects, moves and trims the selected clips together from now on, beside links.</source>
        <translation>Les plans choisis sont désormais choisis, déplacés et rognés ensemble, en plus des liaisons.</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Dégrouper</translation>
    </message>
    <message>
        <source>Takes the groups of the selected clips apart; links stay.</source>
        <translation>Défait les groupes des plans choisis ; les liaisons restent.</translation>
    </message>
    <message>
        <source>Add marker to the clip</source>
        <translation>Ajouter un marqueur au plan</translation>
    </message>
    <message>
        <source>Puts a marker on the clip at hand, at the playhead or over the marked part.</source>
        <translation>Pose un marqueur sur le plan en cours, à la tête de lecture ou sur la partie marquée.</translation>
    </message>
    <message>
        <source>Save as a new project</source>
        <translation>Enregistrer comme nouveau projet</translation>
    </message>
    <message>
        <source>Makes a project of its own of what is shown, and goes on in that.</source>
        <translation>Fait de ce qui est montré un projet à part et continue dans celui-ci.</translation>
    </message>
    <message>
        <source>Ask for the project</source>
        <translation>Demander le projet</translation>
    </message>
    <message>
        <source>Tells whoever edits this project that you would like to.</source>
        <translation>Dit à qui modifie ce projet que vous aimeriez le faire.</translation>
    </message>
    <message>
        <source>Edit the project</source>
        <translation>Modifier le projet</translation>
    </message>
    <message>
        <source>Takes the project over when nobody edits it, or who did has gone.</source>
        <translation>Reprend le projet quand personne ne le modifie, ou que la personne est partie.</translation>
    </message>
    <message>
        <source>Hand the project over</source>
        <translation>Céder le projet</translation>
    </message>
    <message>
        <source>Saves, and gives the project to whoever asks for it.</source>
        <translation>Enregistre et donne le projet à qui le demande.</translation>
    </message>
    <message>
        <source>Your name...</source>
        <translation>Votre nom...</translation>
    </message>
    <message>
        <source>What others on the same project see as your name.</source>
        <translation>Le nom que les autres voient sur le même projet.</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Habillage</translation>
    </message>
    <message>
        <source>Titles and graphics...</source>
        <translation>Titres et habillage...</translation>
    </message>
    <message>
        <source>Shows the templates; Enter adds one over the marked part or at the playhead.</source>
        <translation>Montre les modèles ; Entrée en pose un sur la partie marquée ou à la tête de lecture.</translation>
    </message>
    <message>
        <source>Edit graphic...</source>
        <translation>Modifier l’habillage...</translation>
    </message>
    <message>
        <source>Shows the fields of the graphic that is selected or in view.</source>
        <translation>Montre les champs de l’habillage sélectionné ou visible.</translation>
    </message>
    <message>
        <source>Fill graphic from the catalogue...</source>
        <translation>Remplir l’habillage depuis le catalogue...</translation>
    </message>
    <message>
        <source>Lists the names and the event of the picture below the graphic.</source>
        <translation>Liste les noms et l’épreuve de l’image sous l’habillage.</translation>
    </message>
    <message>
        <source>Language of graphics...</source>
        <translation>Langue de l’habillage...</translation>
    </message>
    <message>
        <source>Says in which language the sequence shows its graphics.</source>
        <translation>Dit dans quelle langue la séquence montre son habillage.</translation>
    </message>
    <message>
        <source>Make subclips</source>
        <translation>Créer des sous-éléments</translation>
    </message>
    <message>
        <source>Keeps what is selected on the timeline, clip by clip, in the selects.</source>
        <translation>Garde la sélection de la timeline, clip par clip, dans les sélections.</translation>
    </message>
    <message>
        <source>Go to the selects</source>
        <translation>Aller aux sélections</translation>
    </message>
    <message>
        <source>The list of selects gets the keys: 0 to 5 rate, Enter opens.</source>
        <translation>La liste des sélections reçoit les touches : 0 à 5 notent, Entrée ouvre.</translation>
    </message>
    <message>
        <source>Search the selects</source>
        <translation>Chercher dans les sélections</translation>
    </message>
    <message>
        <source>Shows only those whose name, angle or note has these words.</source>
        <translation>Ne montre que celles dont le nom, l’angle ou la note contient ces mots.</translation>
    </message>
    <message>
        <source>New bin</source>
        <translation>Nouveau chutier</translation>
    </message>
    <message>
        <source>A place for selects, in the one that is chosen.</source>
        <translation>Une place pour les sélections, dans le chutier choisi.</translation>
    </message>
    <message>
        <source>Rename the select</source>
        <translation>Renommer la sélection</translation>
    </message>
    <message>
        <source>Gives the chosen select or bin another name, in place.</source>
        <translation>Donne sur place un autre nom à la sélection ou au chutier choisi.</translation>
    </message>
    <message>
        <source>Note on the select...</source>
        <translation>Note sur la sélection...</translation>
    </message>
    <message>
        <source>Writes down what to remember about the chosen selects.</source>
        <translation>Note ce qu’il faut retenir des sélections choisies.</translation>
    </message>
    <message>
        <source>Rate the select higher</source>
        <translation>Mieux noter la sélection</translation>
    </message>
    <message>
        <source>Gives the chosen selects one star more.</source>
        <translation>Donne une étoile de plus aux sélections choisies.</translation>
    </message>
    <message>
        <source>Rate the select lower</source>
        <translation>Moins bien noter la sélection</translation>
    </message>
    <message>
        <source>Takes one star from the chosen selects.</source>
        <translation>Retire une étoile aux sélections choisies.</translation>
    </message>
    <message>
        <source>Fit into the frame</source>
        <translation>Adapter au cadre</translation>
    </message>
    <message>
        <source>Shows all of the selected pictures, whatever their shape.</source>
        <translation>Montre les images sélectionnées en entier, quelle que soit leur forme.</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Remplir le cadre</translation>
    </message>
    <message>
        <source>Shows the selected pictures over the whole frame, cut off at two sides.</source>
        <translation>Montre les images sélectionnées sur tout le cadre, coupées de deux côtés.</translation>
    </message>
    <message>
        <source>Add or remove keyframes</source>
        <translation>Ajouter ou retirer des images clés</translation>
    </message>
    <message>
        <source>Of position, scale, rotation and opacity of the selected pictures, at the playhead.</source>
        <translation>De la position, de l’échelle, de la rotation et de l’opacité des images sélectionnées, à la tête de lecture.</translation>
    </message>
    <message>
        <source>Previous keyframe</source>
        <translation>Image clé précédente</translation>
    </message>
    <message>
        <source>Goes to the keyframe before the playhead in the selected pictures.</source>
        <translation>Va à l’image clé avant la tête de lecture dans les images sélectionnées.</translation>
    </message>
    <message>
        <source>Next keyframe</source>
        <translation>Image clé suivante</translation>
    </message>
    <message>
        <source>Goes to the keyframe after the playhead in the selected pictures.</source>
        <translation>Va à l’image clé après la tête de lecture dans les images sélectionnées.</translation>
    </message>
    <message>
        <source>Copy attributes</source>
        <translation>Copier les attributs</translation>
    </message>
    <message>
        <source>Remembers how the selected picture lies on the frame, with its keyframes.</source>
        <translation>Retient comment l’image sélectionnée est placée, avec ses images clés.</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>Coller les attributs</translation>
    </message>
    <message>
        <source>Lets the selected pictures lie as the one that was copied.</source>
        <translation>Place les images sélectionnées comme celle qui a été copiée.</translation>
    </message>
    <message>
        <source>Reset picture</source>
        <translation>Réinitialiser l’image</translation>
    </message>
    <message>
        <source>Takes all that was set about the selected pictures away.</source>
        <translation>Retire tout ce qui a été réglé sur les images sélectionnées.</translation>
    </message>
    <message>
        <source>Sequence settings...</source>
        <translation>Réglages de la séquence…</translation>
    </message>
    <message>
        <source>Rate, size, aspect, framing and timecode of the sequence.</source>
        <translation>Cadence, taille, format, cadrage et timecode de la séquence.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Gain, pan and channels...</source>
        <translation>Gain, panoramique et canaux…</translation>
    </message>
    <message>
        <source>Says by number how the selected sounds are heard.</source>
        <translation>Règle par nombres comment les sons choisis sont entendus.</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Makes the selected sounds one decibel louder.</source>
        <translation>Augmente les sons choisis d’un décibel.</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Makes the selected sounds one decibel quieter.</source>
        <translation>Baisse les sons choisis d’un décibel.</translation>
    </message>
    <message>
        <source>Add or remove a gain keyframe</source>
        <translation>Ajouter ou retirer une image clé de gain</translation>
    </message>
    <message>
        <source>At the playhead, on the selected sounds; their line bends there.</source>
        <translation>À la tête de lecture, sur les sons choisis ; leur ligne s’y infléchit.</translation>
    </message>
    <message>
        <source>Remove gain keyframes</source>
        <translation>Retirer les images clés de gain</translation>
    </message>
    <message>
        <source>Takes all of them off the selected sounds.</source>
        <translation>Les retire toutes des sons choisis.</translation>
    </message>
    <message>
        <source>Duck under other sounds...</source>
        <translation>Atténuer sous les autres sons…</translation>
    </message>
    <message>
        <source>Turns the selected music down wherever speech is heard on other tracks.</source>
        <translation>Baisse la musique choisie partout où l’on entend la parole sur d’autres pistes.</translation>
    </message>
    <message>
        <source>Record voice-over...</source>
        <translation>Enregistrer un commentaire…</translation>
    </message>
    <message>
        <source>Records from the microphone to the sequence; again to begin and to end a take.</source>
        <translation>Enregistre du micro sur la séquence ; à nouveau pour commencer et finir une prise.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Shows where and how large the selected pictures lie, in numbers.</source>
        <translation>Montre en chiffres où et de quelle taille sont les images sélectionnées.</translation>
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
        <translation>environ %1 min</translation>
    </message>
    <message>
        <source>Looking up the full-quality pictures</source>
        <translation>Recherche des images en pleine qualité</translation>
    </message>
    <message>
        <source>Fetching the full-quality pictures</source>
        <translation>Récupération des images en pleine qualité</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>Fabrication des images</translation>
    </message>
    <message>
        <source>Putting the file together</source>
        <translation>Assemblage du fichier</translation>
    </message>
    <message>
        <source>Checking every frame</source>
        <translation>Contrôle de chaque image</translation>
    </message>
    <message>
        <source>Storing the file</source>
        <translation>Dépôt du fichier</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore envoyé</translation>
    </message>
    <message>
        <source>It may have arrived. The cloud is told when it is back.</source>
        <translation>Il est peut-être arrivé. Le cloud en sera averti à son retour.</translation>
    </message>
    <message>
        <source>Waits for another cloud, %1.</source>
        <translation>Attend un autre cloud, %1.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Kept on this computer since %1. Sent when the cloud is back.</source>
        <translation>Gardé sur cet ordinateur depuis %1. Envoyé au retour du cloud.</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Graphismes</translation>
    </message>
</context>
<context>
    <name>ImportSearch</name>
    <message>
        <source>It is too large to be a sequence.</source>
        <translation>Il est trop grand pour être une séquence.</translation>
    </message>
    <message>
        <source>It is of no format that can be read.</source>
        <translation>Son format ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>This is not a key.</source>
        <translation>Ce n’est pas une touche.</translation>
    </message>
    <message>
        <source>Escape always leads back: out of a panel, a drag, a field.</source>
        <translation>Échap ramène toujours en arrière : hors d’un panneau, d’un glisser, d’un champ.</translation>
    </message>
    <message>
        <source>Tab goes from one control to the next.</source>
        <translation>Tab va d’une commande à la suivante.</translation>
    </message>
    <message>
        <source>+ starts typing a timecode.</source>
        <translation>+ commence la saisie d’un timecode.</translation>
    </message>
    <message>
        <source>The keys of “%1” are not a list.</source>
        <translation>Les touches de « %1 » ne sont pas une liste.</translation>
    </message>
    <message>
        <source>“%1” of “%2” is not a key.</source>
        <translation>« %1 » de « %2 » n’est pas une touche.</translation>
    </message>
    <message>
        <source>“%1” cannot have the key %2. %3</source>
        <translation>« %1 » ne peut pas avoir la touche %2. %3</translation>
    </message>
    <message>
        <source>“base” is “%1”; it is “premiere” or “avid” in a keymap of Cutaway.</source>
        <translation>« base » vaut « %1 » ; dans un jeu de touches de Cutaway, c’est « premiere » ou « avid ».</translation>
    </message>
    <message>
        <source>“commands” does not list commands.</source>
        <translation>« commands » ne liste pas de commandes.</translation>
    </message>
    <message>
        <source>“%1” has no list of keys.</source>
        <translation>« %1 » n’a pas de liste de touches.</translation>
    </message>
    <message>
        <source>This is no keymap of Cutaway: it is larger than a megabyte.</source>
        <translation>Ce n’est pas un jeu de touches de Cutaway : il dépasse un mégaoctet.</translation>
    </message>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>La ligne %1 n’est pas du JSON : %2.</translation>
    </message>
    <message>
        <source>This is no keymap of Cutaway: “cutaway_keymap” is missing.</source>
        <translation>Ce n’est pas un jeu de touches de Cutaway : « cutaway_keymap » manque.</translation>
    </message>
    <message>
        <source>This keymap was written by another version of Cutaway (format %1; this one reads 1).</source>
        <translation>Ce jeu de touches vient d’une autre version de Cutaway (format %1 ; celle-ci lit le 1).</translation>
    </message>
    <message>
        <source>Your own keys could not be read and are put aside as “%1” in %2. %3</source>
        <translation>Vos touches n’ont pas pu être lues et sont mises de côté sous « %1 » dans %2. %3</translation>
    </message>
    <message>
        <source>Cutaway, Avid keys</source>
        <translation>Cutaway, touches Avid</translation>
    </message>
    <message>
        <source>Cutaway, Premiere keys</source>
        <translation>Cutaway, touches Premiere</translation>
    </message>
    <message>
        <source>with changes of my own</source>
        <translation>avec mes changements</translation>
    </message>
    <message>
        <source>Keys alone</source>
        <translation>Touches seules</translation>
    </message>
    <message>
        <source>With Shift</source>
        <translation>Avec Maj</translation>
    </message>
    <message>
        <source>With Ctrl</source>
        <translation>Avec Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Only on the Browse page.</source>
        <translation>Seulement sur la page Dérushage.</translation>
    </message>
    <message>
        <source>Only on the Cut page.</source>
        <translation>Seulement sur la page Montage.</translation>
    </message>
    <message>
        <source>Only on the Deliver page.</source>
        <translation>Seulement sur la page Livrer.</translation>
    </message>
    <message>
        <source>Only on the Browse and Cut pages.</source>
        <translation>Seulement sur les pages Dérushage et Montage.</translation>
    </message>
</context>
<context>
    <name>LabelColour</name>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Cyan</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
</context>
<context>
    <name>MediaResolver</name>
    <message>
        <source>This angle is not known while there is no cloud.</source>
        <translation>Cet angle est inconnu tant qu'il n'y a pas de cloud.</translation>
    </message>
</context>
<context>
    <name>MomentText</name>
    <message>
        <source>ddd d MMM, HH:mm:ss</source>
        <translation>ddd d MMM, HH:mm:ss</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm:ss</source>
        <translation>ddd d MMM yyyy, HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Cutaway: cut a live event from wherever you are.</source>
        <translation>Cutaway : montez un direct d'où que vous soyez.</translation>
    </message>
    <message>
        <source>Work with the cloud at this address.</source>
        <translation>Travailler avec le cloud à cette adresse.</translation>
    </message>
    <message>
        <source>File that holds the token for --cloud.</source>
        <translation>Fichier qui contient le jeton pour --cloud.</translation>
    </message>
    <message>
        <source>Send the token unencrypted to a --cloud beyond this computer.</source>
        <translation>Envoyer le jeton sans chiffrement à un --cloud hors de cet ordinateur.</translation>
    </message>
    <message>
        <source>Folder of this computer's own cloud and of everything kept here.</source>
        <translation>Dossier du cloud de cet ordinateur et de tout ce qui est conservé ici.</translation>
    </message>
    <message>
        <source>Walk through the main job by itself, leave pictures and the delivered file in DIR, and end.</source>
        <translation>Parcourir seul le travail principal, laisser des images et le fichier livré dans DIR, puis finir.</translation>
    </message>
    <message>
        <source>Print a line of JSON when the window is usable, and end.</source>
        <translation>Écrire une ligne de JSON quand la fenêtre est utilisable, puis finir.</translation>
    </message>
    <message>
        <source>Print the same line when the first picture of an angle is seen, and end.</source>
        <translation>Écrire la même ligne quand la première image d'un angle se voit, puis finir.</translation>
    </message>
</context>
<context>
    <name>PictureQuality</name>
    <message>
        <source>The small picture plays, as chosen in the Play menu. At rest the full one is shown.</source>
        <translation>La petite image est lue, comme choisi dans le menu Lecture. À l’arrêt, la grande est affichée.</translation>
    </message>
    <message>
        <source>The link does not carry the full picture: the small one plays. At rest the full one is shown.</source>
        <translation>La liaison ne porte pas la grande image : la petite est lue. À l’arrêt, la grande est affichée.</translation>
    </message>
    <message>
        <source>The link carries %1 Mb/s: the small picture plays. At rest the full one is shown.</source>
        <translation>La liaison porte %1 Mb/s : la petite image est lue. À l’arrêt, la grande est affichée.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>fade %1 f</source>
        <translation>fondu %1 i</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Freeze</source>
        <translation>Figé</translation>
    </message>
</context>
<context>
    <name>TimelineActions</name>
    <message>
        <source>Target or not</source>
        <translation>Cible ou non</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Verrouiller ou déverrouiller</translation>
    </message>
    <message>
        <source>Mute or hide, or not</source>
        <translation>Muette ou masquée, ou non</translation>
    </message>
    <message>
        <source>Solo or not</source>
        <translation>Solo ou non</translation>
    </message>
    <message>
        <source>Sync lock or not</source>
        <translation>Synchro verrouillée ou non</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Sélectionner</translation>
    </message>
    <message>
        <source>Go to its start</source>
        <translation>Aller à son début</translation>
    </message>
</context>
<context>
    <name>TimelineMenu</name>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Rename %1...</source>
        <translation>Renommer %1...</translation>
    </message>
    <message>
        <source>Rename a track</source>
        <translation>Renommer une piste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Language...</source>
        <translation>Langue...</translation>
    </message>
    <message>
        <source>Language of %1</source>
        <translation>Langue de %1</translation>
    </message>
    <message>
        <source>A tag such as de, en or pt-BR; empty for none</source>
        <translation>Un code comme de, en ou pt-BR; vide pour aucune</translation>
    </message>
    <message>
        <source>Sync lock</source>
        <translation>Verrou de synchro</translation>
    </message>
    <message>
        <source>Moves along when another track ripples.</source>
        <translation>Suit quand une autre piste se décale.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>sound track</source>
        <translation>piste son</translation>
    </message>
    <message>
        <source>picture track</source>
        <translation>piste image</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 plan</translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation>%1 plans</translation>
    </message>
    <message>
        <source>targeted</source>
        <translation>cible</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>muette</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>solo</translation>
    </message>
    <message>
        <source>not sync locked</source>
        <translation>synchro non verrouillée</translation>
    </message>
    <message>
        <source>unnamed clip</source>
        <translation>plan sans nom</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir de %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>durée %1</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>non audible</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>non visible</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>vitesse %1</translation>
    </message>
    <message>
        <source>after a gap of %1</source>
        <translation>après un vide de %1</translation>
    </message>
    <message>
        <source>fades in over %1</source>
        <translation>apparaît en fondu sur %1</translation>
    </message>
    <message>
        <source>fades out over %1</source>
        <translation>disparaît en fondu sur %1</translation>
    </message>
    <message>
        <source>crossfades in over %1</source>
        <translation>commence par un fondu du son de %1</translation>
    </message>
    <message>
        <source>crossfades out over %1</source>
        <translation>finit par un fondu du son de %1</translation>
    </message>
    <message>
        <source>dips in from black over %1</source>
        <translation>commence par un passage au noir de %1</translation>
    </message>
    <message>
        <source>dips to black over %1</source>
        <translation>finit par un passage au noir de %1</translation>
    </message>
    <message>
        <source>wipes in over %1</source>
        <translation>commence par un volet de %1</translation>
    </message>
    <message>
        <source>wiped out over %1</source>
        <translation>finit par un volet de %1</translation>
    </message>
    <message>
        <source>dissolves in over %1</source>
        <translation>commence par un fondu enchaîné de %1</translation>
    </message>
    <message>
        <source>dissolves out over %1</source>
        <translation>finit par un fondu enchaîné de %1</translation>
    </message>
    <message>
        <source>for which %1 is missing</source>
        <translation>auquel il manque %1</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Markers, 1 marker</source>
        <translation>Marqueurs, 1 marqueur</translation>
    </message>
    <message>
        <source>Markers, %1 markers</source>
        <translation>Marqueurs, %1 marqueurs</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>marqueur</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>graphic</source>
        <translation>habillage</translation>
    </message>
    <message>
        <source>1 marker</source>
        <translation>1 marqueur</translation>
    </message>
    <message>
        <source>%1 markers</source>
        <translation>%1 marqueurs</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Target: edits land on this track.</source>
        <translation>Cible : les modifications arrivent sur cette piste.</translation>
    </message>
    <message>
        <source>Show or hide this track.</source>
        <translation>Montrer ou masquer cette piste.</translation>
    </message>
    <message>
        <source>Lock: nothing changes on this track.</source>
        <translation>Verrou : rien ne change sur cette piste.</translation>
    </message>
    <message>
        <source>Mute this track.</source>
        <translation>Couper le son de cette piste.</translation>
    </message>
    <message>
        <source>Solo: only tracks with solo are heard.</source>
        <translation>Solo : seules les pistes en solo s'entendent.</translation>
    </message>
    <message>
        <source>no sync</source>
        <translation>sans synchro</translation>
    </message>
    <message>
        <source>Patch: this sound of the source goes into edits. Drag it to another track.</source>
        <translation>Affectation : ce son de la source entre dans les montages. À faire glisser sur une autre piste.</translation>
    </message>
    <message>
        <source>Patch: the picture of the source goes into edits. Drag it to another track.</source>
        <translation>Affectation : l’image de la source entre dans les montages. À faire glisser sur une autre piste.</translation>
    </message>
</context>
<context>
    <name>Transition</name>
    <message>
        <source>needs %1 f more</source>
        <translation>manque %1 im.</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Se prépare</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>Nouvel horaire</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Retardé</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Reporté</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>Sans horaire</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Waiting for pictures</source>
        <translation>En attente d'images</translation>
    </message>
    <message>
        <source>1 angle</source>
        <translation>1 angle</translation>
    </message>
    <message>
        <source>%1 angles</source>
        <translation>%1 angles</translation>
    </message>
</context>
<context>
    <name>cutaway::Editor</name>
    <message>
        <source>The demo event is complete.</source>
        <translation>L'événement de démonstration est complet.</translation>
    </message>
</context>
<context>
    <name>cutaway::OfflineCommands</name>
    <message>
        <source>%1 is being fetched. Stop that first, or wait for its end.</source>
        <translation>%1 est en cours de récupération. Arrêtez-la d'abord, ou attendez sa fin.</translation>
    </message>
    <message>
        <source>Open an angle first.</source>
        <translation>Ouvrez d'abord un angle.</translation>
    </message>
    <message>
        <source>Nothing of this angle was made available offline.</source>
        <translation>Rien de cet angle n'a été rendu disponible hors ligne.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Récupération de %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Make available offline</source>
        <translation>Rendre disponible hors ligne</translation>
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
        <translation>Cette fenêtre ne sait pas le faire.</translation>
    </message>
    <message>
        <source>There is nothing to do it with now.</source>
        <translation>Il n’y a rien à traiter pour l’instant.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleDirectory</name>
    <message>
        <source>There is no cloud. Other angles come when it is back.</source>
        <translation>Il n'y a pas de cloud. Les autres angles viendront quand il sera de retour.</translation>
    </message>
    <message>
        <source>This clip belongs to no event with other angles.</source>
        <translation>Ce plan n'appartient à aucune épreuve avec d'autres angles.</translation>
    </message>
    <message>
        <source>There is no angle %1 here.</source>
        <translation>Il n'y a pas d'angle %1 ici.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleGrid</name>
    <message>
        <source>Go on with angle %1 (key %1)</source>
        <translation>Continuer avec l’angle %1 (touche %1)</translation>
    </message>
    <message>
        <source>Angle %1, %2</source>
        <translation>Angle %1, %2</translation>
    </message>
    <message>
        <source>All angles</source>
        <translation>Tous les angles</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleSounds</name>
    <message>
        <source>Sound %1, mono</source>
        <translation>Son %1, mono</translation>
    </message>
    <message>
        <source>Sound %1, stereo</source>
        <translation>Son %1, stéréo</translation>
    </message>
    <message>
        <source>Sound %1</source>
        <translation>Son %1</translation>
    </message>
    <message>
        <source>%1 of %2 sounds</source>
        <translation>%1 sons sur %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::AngleTiles</name>
    <message>
        <source>No picture at this time</source>
        <translation>Pas d’image à ce moment</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::BrowsePage</name>
    <message>
        <source>Search events, athletes, venues and marks</source>
        <translation>Chercher épreuves, athlètes, lieux et repères</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Afficher en liste</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>Avec images</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Medals</source>
        <translation>Médailles</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Not reachable since %1. Showing the saved catalogue.</source>
        <translation>Injoignable depuis %1. Voici le catalogue enregistré.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The catalogue cannot be read</source>
        <translation>Le catalogue ne peut pas être lu</translation>
    </message>
    <message>
        <source>Connect...</source>
        <translation>Se connecter...</translation>
    </message>
    <message>
        <source>Starting the cloud on this computer</source>
        <translation>Démarrage du cloud sur cet ordinateur</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>Lecture du catalogue</translation>
    </message>
    <message>
        <source>Nothing is scheduled yet</source>
        <translation>Rien n'est encore programmé</translation>
    </message>
    <message>
        <source>Events appear here as soon as the cloud knows of them.</source>
        <translation>Les épreuves apparaissent ici dès que le cloud les connaît.</translation>
    </message>
    <message>
        <source>Nothing here with pictures</source>
        <translation>Rien ici avec des images</translation>
    </message>
    <message>
        <source>No results for '%1' with pictures</source>
        <translation>Aucun résultat pour « %1 » avec images</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Montrer les %1</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>No results for '%1'</source>
        <translation>Aucun résultat pour « %1 »</translation>
    </message>
    <message>
        <source>Try fewer words, or look everywhere.</source>
        <translation>Essayez moins de mots, ou cherchez partout.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>There is no picture to keep yet.</source>
        <translation>Il n'y a pas encore d'image à garder.</translation>
    </message>
    <message>
        <source>Kept in the selects: %1</source>
        <translation>Gardé dans les sélections : %1</translation>
    </message>
    <message>
        <source>There is no picture to cut yet.</source>
        <translation>Il n'y a pas encore d'image à monter.</translation>
    </message>
    <message>
        <source>There are no pictures of this to open.</source>
        <translation>Il n’y a pas d’images à ouvrir.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CardView</name>
    <message>
        <source>Events</source>
        <translation>Épreuves</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CloudSession</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CommandKeys</name>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une touche</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Appuyez sur la nouvelle touche</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>La nouvelle touche</translation>
    </message>
    <message>
        <source>Gives the command the keys again that it has in the keymap</source>
        <translation>Rend à la commande ses touches d’origine</translation>
    </message>
    <message>
        <source>No command chosen</source>
        <translation>Aucune commande choisie</translation>
    </message>
    <message>
        <source>Choose one in the list to change its keys.</source>
        <translation>Choisissez-en une dans la liste pour changer ses touches.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Add a key to “%1”</source>
        <translation>Ajouter une touche à « %1 »</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Takes the key away from “%1”</source>
        <translation>Retire la touche à « %1 »</translation>
    </message>
    <message>
        <source>%1 is taken by “%2”: take it back</source>
        <translation>%1 est prise par « %2 » : la reprendre</translation>
    </message>
    <message>
        <source>%1 cannot be given away. %2</source>
        <translation>%1 ne peut pas être attribuée. %2</translation>
    </message>
    <message>
        <source>%1 is a key of %2.</source>
        <translation>%1 est une touche de %2.</translation>
    </message>
    <message>
        <source>%1 is a key of these: %2.</source>
        <translation>%1 est une touche de : %2.</translation>
    </message>
    <message>
        <source>Without any key then: %1.</source>
        <translation>Alors sans touche : %1.</translation>
    </message>
    <message>
        <source>Give it to “%1”</source>
        <translation>La donner à « %1 »</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 for “%2”</source>
        <translation>%1 pour « %2 »</translation>
    </message>
    <message>
        <source>taking %1 away from “%2”</source>
        <translation>retrait de %1 à « %2 »</translation>
    </message>
    <message>
        <source>resetting “%1”</source>
        <translation>réinitialisation de « %1 »</translation>
    </message>
    <message>
        <source>Take it back for “%1”</source>
        <translation>La reprendre pour « %1 »</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CommandPalette</name>
    <message>
        <source>Not now: %1</source>
        <translation>Pas maintenant : %1</translation>
    </message>
    <message>
        <source>No command is called that. Try another word for it.</source>
        <translation>Aucune commande ne s’appelle ainsi. Essayez un autre mot.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tapez ce que vous voulez faire</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ConnectDialog</name>
    <message>
        <source>Allow an unencrypted connection (anybody on the way can read it)</source>
        <translation>Autoriser une connexion non chiffrée (chacun en chemin peut la lire)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect to a cloud</source>
        <translation>Se connecter à un cloud</translation>
    </message>
    <message>
        <source>Address of the cloud</source>
        <translation>Adresse du cloud</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>The person who runs the cloud gives you a token. It is kept in the system's keychain, or in a file that only you can read.</source>
        <translation>La personne qui gère le cloud vous donne un jeton. Il est gardé dans le trousseau du système, ou dans un fichier que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Résultat de l'essai</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Utiliser cet ordinateur</translation>
    </message>
    <message>
        <source>Go back to the cloud that Cutaway runs on this computer</source>
        <translation>Revenir au cloud que Cutaway fait tourner sur cet ordinateur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type the address of the cloud, as in https://cloud.example.org.</source>
        <translation>Tapez l'adresse du cloud, par exemple https://cloud.example.org.</translation>
    </message>
    <message>
        <source>This is not an address of a cloud. It begins with https:// and names a computer.</source>
        <translation>Ce n'est pas l'adresse d'un cloud. Elle commence par https:// et nomme un ordinateur.</translation>
    </message>
    <message>
        <source>This address is not encrypted: anybody on the way could read your token and the pictures. Use https://, or allow it below if the network is yours.</source>
        <translation>Cette adresse n'est pas chiffrée : chacun en chemin pourrait lire votre jeton et les images. Utilisez https://, ou autorisez-le ci-dessous si le réseau est le vôtre.</translation>
    </message>
    <message>
        <source>Type the token that you were given.</source>
        <translation>Tapez le jeton que l'on vous a donné.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Question posée à %1 …</translation>
    </message>
    <message>
        <source>The cloud does not know this token. Check it, or ask for a new one.</source>
        <translation>Le cloud ne connaît pas ce jeton. Vérifiez-le, ou demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Connecté à %1.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ConversionDialog</name>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::CutPage</name>
    <message>
        <source>Nothing was left behind. Every project was closed, or is open.</source>
        <translation>Rien n’est resté en suspens. Chaque projet a été fermé, ou est ouvert.</translation>
    </message>
    <message>
        <source>There is no picture under the playhead.</source>
        <translation>Il n'y a pas d'image sous la tête de lecture.</translation>
    </message>
    <message>
        <source>Open a sequence</source>
        <translation>Ouvrir une séquence</translation>
    </message>
    <message>
        <source>OpenTimelineIO (*.otio);;All files (*)</source>
        <translation>OpenTimelineIO (*.otio);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>OpenTimelineIO (*.otio)</source>
        <translation>OpenTimelineIO (*.otio)</translation>
    </message>
    <message>
        <source>The cloud is away. The project that is open goes on being kept on this computer.</source>
        <translation>Le cloud est absent. Le projet ouvert reste conservé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no project in this cloud yet.</source>
        <translation>Il n'y a pas encore de projet dans ce cloud.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Rien d'ouvert</translation>
    </message>
    <message>
        <source>Pick a picture in Browse and press Enter.</source>
        <translation>Choisissez une image au dérushage et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Sélections</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The sequence is empty</source>
        <translation>La séquence est vide</translation>
    </message>
    <message>
        <source>Nothing is open on the left. Pick a picture in Browse first.</source>
        <translation>Rien n'est ouvert à gauche. Choisissez d'abord une image au dérushage.</translation>
    </message>
    <message>
        <source>The angle is still on its way. Try again in a moment.</source>
        <translation>L'angle est encore en route. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>There is no picture here to inspect.</source>
        <translation>Il n'y a pas d'image à examiner ici.</translation>
    </message>
    <message>
        <source>There is no edit to take back.</source>
        <translation>Il n’y a aucune modification à annuler.</translation>
    </message>
    <message>
        <source>No edit was taken back.</source>
        <translation>Aucune modification n’a été annulée.</translation>
    </message>
    <message>
        <source>Select a clip first.</source>
        <translation>Sélectionnez d'abord un clip.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Length of transitions</source>
        <translation>Durée des transitions</translation>
    </message>
    <message>
        <source>Frames of a new transition</source>
        <translation>Images d'une nouvelle transition</translation>
    </message>
    <message>
        <source>The edit goes no further than %1 frames.</source>
        <translation>La coupe ne va pas au-delà de %1 images.</translation>
    </message>
    <message>
        <source>Rename clip</source>
        <translation>Renommer le clip</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Select a sound first.</source>
        <translation>Sélectionnez d'abord un son.</translation>
    </message>
    <message>
        <source>The sequence does not show this frame.</source>
        <translation>La séquence ne montre pas cette image.</translation>
    </message>
    <message>
        <source>There is no marker at the playhead.</source>
        <translation>Il n'y a pas de marqueur à la tête de lecture.</translation>
    </message>
    <message>
        <source>1 to 9 cut between angles while the timeline has the keys</source>
        <translation>1 à 9 coupent entre les angles tant que la timeline a le clavier</translation>
    </message>
    <message>
        <source>1 to 9 choose the angle of the source viewer</source>
        <translation>1 à 9 choisissent l'angle de la source</translation>
    </message>
    <message>
        <source>Export the sequence</source>
        <translation>Exporter la séquence</translation>
    </message>
    <message>
        <source>%1 is of no format that can be written.</source>
        <translation>%1 n'est d'aucun format qui puisse être écrit.</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Exporter en %1</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Insert freeze frame</source>
        <translation>Insérer un arrêt sur image</translation>
    </message>
    <message>
        <source>Frames to hold the picture</source>
        <translation>Nombre d’images pendant lesquelles l’image est figée</translation>
    </message>
    <message>
        <source>Mark a part on the left with %1 and %2, then press “%3”.</source>
        <translation>Marquez une partie à gauche avec %1 et %2, puis appuyez sur « %3 ».</translation>
    </message>
    <message>
        <source>The edit stays where it was</source>
        <translation>Le point de montage reste où il était</translation>
    </message>
    <message>
        <source>The edit was moved by %1 frames</source>
        <translation>Le point de montage a été déplacé de %1 images</translation>
    </message>
    <message>
        <source>Import a sequence</source>
        <translation>Importer une séquence</translation>
    </message>
    <message>
        <source>Sequences of other programs (%1)</source>
        <translation>Séquences d'autres programmes (%1)</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>What others see</source>
        <translation>Ce que les autres voient</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 modifie</translation>
    </message>
    <message>
        <source>There is no graphic here. Go to one, or add one with %1.</source>
        <translation>Il n’y a pas d’habillage ici. Allez-y, ou ajoutez-en un avec %1.</translation>
    </message>
    <message>
        <source>Language of graphics</source>
        <translation>Langue de l’habillage</translation>
    </message>
    <message>
        <source>Language of the texts, such as de, en or pt-BR; empty: as typed</source>
        <translation>Langue des textes, comme de, en ou pt-BR ; vide : comme saisi</translation>
    </message>
    <message>
        <source>Beside the timeline</source>
        <translation>À côté de la timeline</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>There is no keyframe before the playhead in the selected clips.</source>
        <translation>Il n’y a pas d’image clé avant la tête de lecture dans les clips sélectionnés.</translation>
    </message>
    <message>
        <source>There is no keyframe after the playhead in the selected clips.</source>
        <translation>Il n’y a pas d’image clé après la tête de lecture dans les clips sélectionnés.</translation>
    </message>
    <message>
        <source>Select a clip with a picture first.</source>
        <translation>Sélectionnez d’abord un clip avec image.</translation>
    </message>
    <message>
        <source>Attributes copied</source>
        <translation>Attributs copiés</translation>
    </message>
    <message>
        <source>Copy the attributes of a clip first.</source>
        <translation>Copiez d’abord les attributs d’un clip.</translation>
    </message>
    <message>
        <source>Select the music first.</source>
        <translation>Choisissez d’abord la musique.</translation>
    </message>
    <message>
        <source>The media is not reachable now, so its loudness cannot be measured. Try again later.</source>
        <translation>Les médias ne sont pas accessibles, leur sonie ne peut pas être mesurée. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The music gives way to the other sounds</source>
        <translation>La musique laisse place aux autres sons</translation>
    </message>
    <message>
        <source>This computer cannot record sound.</source>
        <translation>Cet ordinateur ne peut pas enregistrer de son.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DayStrip</name>
    <message>
        <source>Days of the event</source>
        <translation>Jours de l'événement</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverModel</name>
    <message>
        <source>This cut cannot be delivered yet.</source>
        <translation>Ce montage ne peut pas encore être livré.</translation>
    </message>
    <message>
        <source>“%1” was not sent: %2</source>
        <translation>« %1 » n’a pas été envoyé : %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverPage</name>
    <message>
        <source>Sent “%1”. Go on cutting.</source>
        <translation>« %1 » est envoyé. Continuez à monter.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>“%1” is kept on this computer and sent when the cloud is back. Go on cutting.</source>
        <translation>« %1 » est gardé sur cet ordinateur et envoyé au retour du cloud. Continuez à monter.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DeliverySaver</name>
    <message>
        <source>Save %1</source>
        <translation>Enregistrer %1</translation>
    </message>
    <message>
        <source>There is room for %1 there, but the file needs %2. Free some space or choose another disk.</source>
        <translation>Il y a de la place pour %1, mais le fichier demande %2. Libérez de l'espace ou choisissez un autre disque.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::DuckDialog</name>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Duck under other sounds</source>
        <translation>Atténuer sous les autres sons</translation>
    </message>
    <message>
        <source>Give way to %1</source>
        <translation>Laisser place à %1</translation>
    </message>
    <message>
        <source>Give way to</source>
        <translation>Laisser place à</translation>
    </message>
    <message>
        <source>Turn down by</source>
        <translation>Baisser de</translation>
    </message>
    <message>
        <source>How much quieter the music is while the others are heard.</source>
        <translation>De combien la musique est plus basse pendant que les autres sont entendus.</translation>
    </message>
    <message>
        <source>When louder than</source>
        <translation>Si plus fort que</translation>
    </message>
    <message>
        <source>What the others must reach to be given way to: noise stays below it.</source>
        <translation>Ce que les autres doivent atteindre pour qu’on leur laisse place : le bruit reste en dessous.</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Attaque</translation>
    </message>
    <message>
        <source>On its way down. It is down when the others begin.</source>
        <translation>En descendant. Elle est en bas quand les autres commencent.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Maintien</translation>
    </message>
    <message>
        <source>How long it stays down after they have ended.</source>
        <translation>Combien de temps elle reste en bas après leur fin.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Relâchement</translation>
    </message>
    <message>
        <source>On its way up again.</source>
        <translation>En remontant.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Plays the sequence as it would sound, or stops it.</source>
        <translation>Lit la séquence telle qu’elle sonnerait, ou l’arrête.</translation>
    </message>
    <message>
        <source>Choose at least one track to give way to.</source>
        <translation>Choisissez au moins une piste à laquelle laisser place.</translation>
    </message>
    <message>
        <source>Measuring how loud the other tracks are…</source>
        <translation>Mesure de la sonie des autres pistes…</translation>
    </message>
    <message>
        <source>The other tracks never get that loud.</source>
        <translation>Les autres pistes ne sont jamais aussi fortes.</translation>
    </message>
    <message>
        <source>The music goes down once.</source>
        <translation>La musique baisse une fois.</translation>
    </message>
    <message>
        <source>The music goes down %1 times.</source>
        <translation>La musique baisse %1 fois.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FactsPanel</name>
    <message>
        <source>Marks</source>
        <translation>Repères</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Jump to this mark</source>
        <translation>Aller à ce repère</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FieldEditor</name>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Down: names of the catalogue</source>
        <translation>Flèche bas : noms du catalogue</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::FormatsPanel</name>
    <message>
        <source>Deliver</source>
        <translation>Livrer</translation>
    </message>
    <message>
        <source>Title of the delivery</source>
        <translation>Titre de la livraison</translation>
    </message>
    <message>
        <source>Duration of the cut</source>
        <translation>Durée du montage</translation>
    </message>
    <message>
        <source>Deliver (Ctrl+M): makes the file from the full-quality pictures. You can go on cutting.</source>
        <translation>Livrer (Ctrl+M) : fabrique le fichier avec les images en pleine qualité. Vous pouvez continuer à monter.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>The file stays in the cloud with a viewing copy that plays here. Save it to this computer from the list on the right.</source>
        <translation>Le fichier reste dans le cloud avec une copie de visionnage qui se lit ici. Enregistrez-le sur cet ordinateur depuis la liste à droite.</translation>
    </message>
    <message>
        <source>%1, ready in %2</source>
        <translation>%1, prêt dans %2</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Envoi …</translation>
    </message>
    <message>
        <source>There is nothing on the timeline yet. Cut something first.</source>
        <translation>Il n'y a encore rien sur la timeline. Montez d'abord quelque chose.</translation>
    </message>
    <message>
        <source>Give the delivery a title.</source>
        <translation>Donnez un titre à la livraison.</translation>
    </message>
    <message>
        <source>Pick at least one format.</source>
        <translation>Choisissez au moins un format.</translation>
    </message>
    <message>
        <source>The formats come from the cloud, which has not answered yet.</source>
        <translation>Les formats viennent du cloud, qui n'a pas encore répondu.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::GraphicsWindow</name>
    <message>
        <source>Titles and graphics</source>
        <translation>Titres et habillage</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Enter adds the graphic over the marked part, else at the playhead.</source>
        <translation>Entrée pose l’habillage sur la partie marquée, sinon à la tête de lecture.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Read the templates again</source>
        <translation>Relire les modèles</translation>
    </message>
    <message>
        <source>Your own templates lie in %1</source>
        <translation>Vos propres modèles sont dans %1</translation>
    </message>
    <message>
        <source>Choose a template and press Enter. What you type is seen in the programme at once.</source>
        <translation>Choisissez un modèle et appuyez sur Entrée. Ce que vous tapez se voit aussitôt dans le programme.</translation>
    </message>
    <message>
        <source>Texts in</source>
        <translation>Textes en</translation>
    </message>
    <message>
        <source>Which language the texts below are in. A sequence or a track of that language shows them, all others what is typed for every language.</source>
        <translation>La langue des textes ci-dessous. Une séquence ou une piste de cette langue les montre, toutes les autres ce qui est saisi pour toute langue.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>In percent of the picture's height. Or drag the graphic on the picture.</source>
        <translation>En pour cent de la hauteur de l’image. Ou faites glisser l’habillage sur l’image.</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Vers la droite</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Vers le bas</translation>
    </message>
    <message>
        <source>No graphic is at hand</source>
        <translation>Aucun habillage ici</translation>
    </message>
    <message>
        <source>Texts for every language</source>
        <translation>Textes pour toute langue</translation>
    </message>
    <message>
        <source>Texts in %1</source>
        <translation>Textes en %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>A click goes to a step. What comes after it stays, until you edit again.</source>
        <translation>Un clic va à une étape. Ce qui suit reste, jusqu'à la prochaine modification.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::HistoryModel</name>
    <message>
        <source>Before the first step</source>
        <translation>Avant la première étape</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1, annulé</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ImportDialog</name>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>Looking for its media…</source>
        <translation>Recherche de ses médias…</translation>
    </message>
    <message>
        <source>Looking for media</source>
        <translation>Recherche de médias</translation>
    </message>
    <message>
        <source>Media of the file</source>
        <translation>Médias du fichier</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier comme texte</translation>
    </message>
    <message>
        <source>All of its media has been found.</source>
        <translation>Tous ses médias ont été trouvés.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its media are not known: choose an angle, or the clips keep their place without pictures.</source>
        <translation>
            <numerusform>%n média n'est pas connu : choisissez un angle, sinon les clips gardent leur place sans images.</numerusform>
            <numerusform>%n médias ne sont pas connus : choisissez des angles, sinon les clips gardent leur place sans images.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be imported: %1</source>
        <translation>Importation impossible : %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectView</name>
    <message>
        <source>Picture at full size</source>
        <translation>Image en pleine taille</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectWindow</name>
    <message>
        <source>Inspect</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Inspect – %1</source>
        <translation>Examiner – %1</translation>
    </message>
    <message>
        <source>Inspect – %1, %2</source>
        <translation>Examiner – %1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Progress of the full-size picture</source>
        <translation>Avancement de l'image en pleine taille</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Proxy picture; the full-size one was not fetched.</source>
        <translation>Image du proxy ; celle en pleine taille n'a pas été chargée.</translation>
    </message>
    <message>
        <source>Screen pixels to a pixel of the picture</source>
        <translation>Pixels d'écran pour un pixel de l'image</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Enregistrer l'image...</translation>
    </message>
    <message>
        <source>Saves the picture as it is seen here, for an SDR screen (Ctrl+S)</source>
        <translation>Enregistre l'image telle qu'elle est vue ici, pour un écran SDR (Ctrl+S)</translation>
    </message>
    <message>
        <source>Back one frame (Left)</source>
        <translation>Une image en arrière (Gauche)</translation>
    </message>
    <message>
        <source>Forward one frame (Right)</source>
        <translation>Une image en avant (Droite)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>The whole picture (F)</source>
        <translation>L'image entière (F)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>A pixel of the picture is a pixel of the screen (1)</source>
        <translation>Un pixel de l'image est un pixel de l'écran (1)</translation>
    </message>
    <message>
        <source>There is no connection to the cloud. Full-size pictures come from there.</source>
        <translation>Pas de connexion au cloud. Les images en pleine taille en viennent.</translation>
    </message>
    <message>
        <source>Fetching the full-size picture...</source>
        <translation>Chargement de l'image en pleine taille...</translation>
    </message>
    <message>
        <source>Fetching the full-size picture: %1 of %2 MB</source>
        <translation>Chargement de l'image en pleine taille : %1 sur %2 Mo</translation>
    </message>
    <message>
        <source>No full-size picture</source>
        <translation>Pas d'image en pleine taille</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l'image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Images (*.png *.jpg)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistrée sous %1</translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose another folder.</source>
        <translation>L'image n'a pas pu être écrite dans %1. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Cadrage</translation>
    </message>
    <message>
        <source>How large a picture of another shape than the sequence's is shown</source>
        <translation>De quelle taille est montrée une image d’une autre forme que la séquence</translation>
    </message>
    <message>
        <source>As the sequence</source>
        <translation>Comme la séquence</translation>
    </message>
    <message>
        <source>Fit: all of it</source>
        <translation>Adapter : en entier</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Remplir le cadre</translation>
    </message>
    <message>
        <source>From this keyframe on</source>
        <translation>À partir de cette image clé</translation>
    </message>
    <message>
        <source>How the keyframes at the playhead go on to the next ones</source>
        <translation>Comment les images clés à la tête de lecture passent aux suivantes</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Maintenir</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>Régulièrement</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>En douceur</translation>
    </message>
    <message>
        <source>Keyframe</source>
        <translation>Image clé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>No picture chosen</source>
        <translation>Aucune image choisie</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop making this file; the cut is untouched</source>
        <translation>Arrêter de fabriquer ce fichier ; le montage reste intact</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Play the delivered clip from its viewing copy</source>
        <translation>Lire le plan livré depuis sa copie de visionnage</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Arrêter l'enregistrement</translation>
    </message>
    <message>
        <source>What is saved so far is kept, and continued next time</source>
        <translation>Ce qui est déjà enregistré est gardé, et continué la prochaine fois</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Enregistrer …</translation>
    </message>
    <message>
        <source>Save %1 …</source>
        <translation>Enregistrer %1 …</translation>
    </message>
    <message>
        <source>Save %1 (%2) to this computer</source>
        <translation>Enregistrer %1 (%2) sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeyboardView</name>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>A drawing of the list of keys</source>
        <translation>Un dessin de la liste des touches</translation>
    </message>
    <message>
        <source>Shows what the keys do with %1</source>
        <translation>Montre ce que font les touches avec %1</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeysDialog</name>
    <message>
        <source>Search commands and keys</source>
        <translation>Chercher commandes et touches</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Find by key</source>
        <translation>Chercher par touche</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changées</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflits</translation>
    </message>
    <message>
        <source>Press the key to find</source>
        <translation>Appuyez sur la touche à chercher</translation>
    </message>
    <message>
        <source>The key to find</source>
        <translation>La touche à chercher</translation>
    </message>
    <message>
        <source>Shows what a key does (Ctrl+Shift+F). Escape goes back to words.</source>
        <translation>Montre ce que fait une touche (Ctrl+Maj+F). Échap revient aux mots.</translation>
    </message>
    <message>
        <source>Only commands whose keys are not those of the keymap</source>
        <translation>Seulement les commandes dont les touches ont changé</translation>
    </message>
    <message>
        <source>Only commands that lost a key to another one</source>
        <translation>Seulement les commandes qui ont perdu une touche</translation>
    </message>
    <message>
        <source>Premiere keys</source>
        <translation>Touches Premiere</translation>
    </message>
    <message>
        <source>Avid keys</source>
        <translation>Touches Avid</translation>
    </message>
    <message>
        <source>Keymap</source>
        <translation>Jeu de touches</translation>
    </message>
    <message>
        <source>The keymap that your own keys stand on</source>
        <translation>Le jeu sur lequel reposent vos touches</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Every command gets the keys of the keymap again</source>
        <translation>Chaque commande retrouve ses touches d’origine</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importer...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Imprimer...</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Conflicts: %1</source>
        <translation>Conflits : %1</translation>
    </message>
    <message>
        <source>One key is wanted by two commands. Yours has it.</source>
        <translation>Une touche est voulue par deux commandes. La vôtre la garde.</translation>
    </message>
    <message>
        <source>%1 keys are wanted by two commands each. Yours have them.</source>
        <translation>%1 touches sont voulues par deux commandes chacune. Les vôtres les gardent.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Takes back: %1 (Ctrl+Z)</source>
        <translation>Annule : %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Does again: %1 (Ctrl+Shift+Z)</source>
        <translation>Rétablit : %1 (Ctrl+Maj+Z)</translation>
    </message>
    <message>
        <source>the Avid keys</source>
        <translation>les touches Avid</translation>
    </message>
    <message>
        <source>the Premiere keys</source>
        <translation>les touches Premiere</translation>
    </message>
    <message>
        <source>resetting all</source>
        <translation>réinitialisation de tout</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Importer des touches</translation>
    </message>
    <message>
        <source>Keys of Cutaway (*.json)</source>
        <translation>Touches de Cutaway (*.json)</translation>
    </message>
    <message>
        <source>“%1” could not be opened: %2.</source>
        <translation>« %1 » n’a pas pu être ouvert : %2.</translation>
    </message>
    <message>
        <source>“%1” was not imported, and your keys are as they were. %2</source>
        <translation>« %1 » n’a pas été importé, et vos touches sont restées telles quelles. %2</translation>
    </message>
    <message>
        <source>importing “%1”</source>
        <translation>importation de « %1 »</translation>
    </message>
    <message>
        <source>The keys are those of “%1” now.</source>
        <translation>Les touches sont maintenant celles de « %1 ».</translation>
    </message>
    <message>
        <source>Commands in it that this version does not know, and that are kept: %1.</source>
        <translation>Commandes inconnues de cette version, et gardées : %1.</translation>
    </message>
    <message>
        <source>Keys wanted by two commands: %1.</source>
        <translation>Touches voulues par deux commandes : %1.</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Exporter les touches</translation>
    </message>
    <message>
        <source>Your keys are in “%1”.</source>
        <translation>Vos touches sont dans « %1 ».</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>« %1 » n’a pas pu être écrit : %2.</translation>
    </message>
    <message>
        <source>Keys of Cutaway</source>
        <translation>Touches de Cutaway</translation>
    </message>
    <message>
        <source>Print keys</source>
        <translation>Imprimer les touches</translation>
    </message>
    <message>
        <source>The printer takes no pages. Choose another one.</source>
        <translation>L’imprimante n’accepte pas de pages. Choisissez-en une autre.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::KeysModel</name>
    <message>
        <source>%1 is taken by “%2”.</source>
        <translation>%1 est prise par « %2 ».</translation>
    </message>
    <message>
        <source>Changed. In the Avid keys: %1</source>
        <comment>keys</comment>
        <translation>Changée. Dans les touches Avid : %1</translation>
    </message>
    <message>
        <source>Changed. In the Premiere keys: %1</source>
        <comment>keys</comment>
        <translation>Changée. Dans les touches Premiere : %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::LevelMeter</name>
    <message>
        <source>L</source>
        <comment>left</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>R</source>
        <comment>right</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>Sound meter</source>
        <translation>Mesure du son</translation>
    </message>
    <message>
        <source>Sound meter, EBU R 128: true peak left and right in dBTP (at most -1), and loudness in LUFS (target -23): M momentary, 0.4 s; S short-term, 3 s; I integrated since the measurement began. Above the bars the highest true peak.</source>
        <translation>Mesure du son, UER R 128 : true peak gauche et droit en dBTP (au plus -1), et sonie en LUFS (cible -23) : M momentanée, 0,4 s ; S à court terme, 3 s ; I intégrée depuis le début de la mesure. Au-dessus des barres, le plus haut true peak.</translation>
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
        <translation>Direct -%1,%2 s</translation>
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
        <translation>Quelles touches avez-vous dans les doigts ? Vous pouvez en changer dans les réglages.</translation>
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
        <translation>Montrer les touches</translation>
    </message>
    <message>
        <source>Keys as in Avid. F1 lists them.</source>
        <translation>Touches comme dans Avid. F1 en donne la liste.</translation>
    </message>
    <message>
        <source>Keys as in Premiere. F1 lists them.</source>
        <translation>Touches comme dans Premiere. F1 en donne la liste.</translation>
    </message>
    <message>
        <source>About Cutaway</source>
        <translation>À propos de Cutaway</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cutaway %1&lt;/b&gt;&lt;p&gt;Remote editing for live events.&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;p&gt;Cloud: %2 %3</source>
        <translation>&lt;b&gt;Cutaway %1&lt;/b&gt;&lt;p&gt;Montage à distance d'événements en direct.&lt;p&gt;Logiciel libre sous licence GNU General Public License, version 3 ou ultérieure.&lt;p&gt;Cloud : %2 %3</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::MarkerDialog</name>
    <message>
        <source>Marker at %1</source>
        <translation>Marqueur à %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Supprimer le marqueur</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::MediaKey</name>
    <message>
        <source>There is no keychain here (%1): media that is fetched is kept, encrypted, until Cutaway ends.</source>
        <translation>Il n'y a pas de trousseau ici (%1) : les médias récupérés restent, chiffrés, jusqu'à la fermeture de Cutaway.</translation>
    </message>
    <message>
        <source>The keychain does not take a key (%1): media that is fetched is kept, encrypted, until Cutaway ends.</source>
        <translation>Le trousseau n'accepte pas de clé (%1) : les médias récupérés restent, chiffrés, jusqu'à la fermeture de Cutaway.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::OfflineMedia</name>
    <message>
        <source>There is no cloud to fetch from yet.</source>
        <translation>Il n'y a pas encore de cloud d'où récupérer.</translation>
    </message>
    <message>
        <source>The cloud runs on this computer: its media is here already.</source>
        <translation>Le cloud tourne sur cet ordinateur : ses médias sont déjà ici.</translation>
    </message>
    <message>
        <source>Nothing can stay on this computer: there is no keychain to keep its key in.</source>
        <translation>Rien ne peut rester sur cet ordinateur : il n'y a pas de trousseau pour en garder la clé.</translation>
    </message>
    <message>
        <source>%1 can be played offline.</source>
        <translation>%1 peut être lu hors ligne.</translation>
    </message>
    <message>
        <source>Fetching %1 was stopped. What came is not fetched again.</source>
        <translation>La récupération de %1 a été arrêtée. Ce qui est arrivé ne sera pas récupéré à nouveau.</translation>
    </message>
    <message>
        <source>%1 is no longer kept on this computer.</source>
        <translation>%1 n'est plus conservé sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::OutboxCourier</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
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
        <translation>%1 ou Échap ramène les autres panneaux.</translation>
    </message>
    <message>
        <source>Click into a panel first, or hold the mouse over it.</source>
        <translation>Cliquez d’abord dans un panneau, ou placez la souris dessus.</translation>
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
        <translation>Échelle</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Crop left</source>
        <translation>Rogner à gauche</translation>
    </message>
    <message>
        <source>Crop top</source>
        <translation>Rogner en haut</translation>
    </message>
    <message>
        <source>Crop right</source>
        <translation>Rogner à droite</translation>
    </message>
    <message>
        <source>Crop bottom</source>
        <translation>Rogner en bas</translation>
    </message>
    <message>
        <source>Previous keyframe: %1</source>
        <translation>Image clé précédente : %1</translation>
    </message>
    <message>
        <source>Keyframe at the playhead: %1</source>
        <translation>Image clé à la tête de lecture : %1</translation>
    </message>
    <message>
        <source>Next keyframe: %1</source>
        <translation>Image clé suivante : %1</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Réinitialiser : %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PatchDialog</name>
    <message>
        <source>Not into edits</source>
        <translation>Pas dans les montages</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Affectation</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Sound %1</source>
        <translation>Son %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PeopleBar</name>
    <message>
        <source>Nobody else edits this project.</source>
        <translation>Personne d’autre ne modifie ce projet.</translation>
    </message>
    <message>
        <source>%1 edits this project. Ask for it.</source>
        <translation>%1 modifie ce projet. Demandez-le.</translation>
    </message>
    <message>
        <source>You edit this project.</source>
        <translation>Vous modifiez ce projet.</translation>
    </message>
    <message>
        <source>Nobody asks for this project.</source>
        <translation>Personne ne demande ce projet.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Do not ask any more</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Le demander</translation>
    </message>
    <message>
        <source>Save as a new project</source>
        <translation>Enregistrer comme nouveau projet</translation>
    </message>
    <message>
        <source>%1 edits this project now. Your edits since the last save are kept on this computer.</source>
        <translation>%1 modifie maintenant ce projet. Vos modifications depuis le dernier enregistrement sont gardées sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Watch theirs</source>
        <translation>Regarder l’autre version</translation>
    </message>
    <message>
        <source>Nobody edits this project now. You are watching.</source>
        <translation>Personne ne modifie ce projet en ce moment. Vous regardez.</translation>
    </message>
    <message>
        <source>%1 has edited since %2, has not closed the project, and does not answer. You are watching.</source>
        <translation>%1 modifie depuis %2, n’a pas fermé le projet et ne répond pas. Vous regardez.</translation>
    </message>
    <message>
        <source>%1 edits since %2 and knows that you would like to. You are watching.</source>
        <translation>%1 modifie depuis %2 et sait que vous aimeriez le faire. Vous regardez.</translation>
    </message>
    <message>
        <source>%1 edits since %2. You are watching: what they save is shown here.</source>
        <translation>%1 modifie depuis %2. Vous regardez : ce qui est enregistré apparaît ici.</translation>
    </message>
    <message>
        <source>%1 would like to edit this project.</source>
        <translation>%1 aimerait modifier ce projet.</translation>
    </message>
    <message>
        <source>Save and hand over</source>
        <translation>Enregistrer et céder</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 modifie</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) watch</source>
        <translation>
            <numerusform>%n autre regarde</numerusform>
            <numerusform>%n autres regardent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::PictureHandles</name>
    <message>
        <source>Outline of the picture</source>
        <translation>Contour de l’image</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProgrammeScreen</name>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProgressPanel</name>
    <message>
        <source>Progress of the delivery</source>
        <translation>Avancement de la livraison</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Nothing delivered yet</source>
        <translation>Rien n'est encore livré</translation>
    </message>
    <message>
        <source>Pick the formats on the left and press Deliver. You can go on cutting while it is made.</source>
        <translation>Choisissez les formats à gauche et appuyez sur Livrer. Vous pouvez continuer à monter pendant ce temps.</translation>
    </message>
    <message>
        <source>Go to clip</source>
        <translation>Aller au plan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>“%1” failed</source>
        <translation>« %1 » a échoué</translation>
    </message>
    <message>
        <source>Play it from the list on the right.</source>
        <translation>Lisez-le depuis la liste à droite.</translation>
    </message>
    <message>
        <source>The last finished frame appears here</source>
        <translation>La dernière image finie apparaît ici</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>“%1” waits for the cloud</source>
        <translation>« %1 » attend le cloud</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The cloud did not take “%1”</source>
        <translation>Le cloud n’a pas accepté « %1 »</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProjectDocument</name>
    <message>
        <source>The edits are kept as %1</source>
        <translation>Les modifications sont conservées sous %1</translation>
    </message>
    <message>
        <source>Changed elsewhere. Save a copy, or open the project again</source>
        <translation>Modifié ailleurs. Enregistrez une copie, ou rouvrez le projet</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Conservé sur cet ordinateur</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) since the last save are back</source>
        <translation>
            <numerusform>%n modification depuis le dernier enregistrement est de retour</numerusform>
            <numerusform>%n modifications depuis le dernier enregistrement sont de retour</numerusform>
        </translation>
    </message>
    <message>
        <source>Some edits could not be read. The whole record of them was kept as %1</source>
        <translation>Certaines modifications n'ont pas pu être lues. Leur trace entière est conservée sous %1</translation>
    </message>
    <message>
        <source>Edits cannot be kept on this computer: %1</source>
        <translation>Les modifications ne peuvent pas être conservées sur cet ordinateur : %1</translation>
    </message>
    <message>
        <source>Untitled cut</source>
        <translation>Montage sans titre</translation>
    </message>
    <message>
        <source>Kept on this computer, sent when the cloud is back</source>
        <translation>Conservé sur cet ordinateur, envoyé au retour du cloud</translation>
    </message>
    <message>
        <source>Kept on this computer. %1</source>
        <translation>Conservé sur cet ordinateur. %1</translation>
    </message>
    <message>
        <source>Not saved: somebody else saved this project first. Save a copy, then open it again</source>
        <translation>Non enregistré : quelqu'un d'autre a enregistré ce projet avant vous. Enregistrez une copie, puis rouvrez-le</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>The cloud is away, so the pictures of %1 cannot be found. Try again when it is back.</source>
        <translation>Le cloud est absent, les images de %1 sont donc introuvables. Réessayez à son retour.</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 n'a pas été ouvert : %2</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 est ouvert</translation>
    </message>
    <message>
        <source>Saved a copy as %1</source>
        <translation>Copie enregistrée sous %1</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n'a pas été écrit : %2</translation>
    </message>
    <message>
        <source>“%1” is open already, with edits that are not sent yet.</source>
        <translation>« %1 » est déjà ouvert, avec des modifications qui ne sont pas encore envoyées.</translation>
    </message>
    <message>
        <source>“%1” was not opened: %2</source>
        <translation>« %1 » n'a pas été ouvert : %2</translation>
    </message>
    <message>
        <source>As it is in the cloud</source>
        <translation>Tel qu'il est dans le cloud</translation>
    </message>
    <message>
        <source>It is too large to be a sequence.</source>
        <translation>Il est trop grand pour une séquence.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Ouverture de %1 …</translation>
    </message>
    <message>
        <source>“%1” has edits here that the cloud did not take. Save a copy first.</source>
        <translation>« %1 » a ici des modifications que le cloud n'a pas acceptées. Enregistrez d'abord une copie.</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>Ouverture de « %1 » …</translation>
    </message>
    <message>
        <source>There is nothing in this project yet.</source>
        <translation>Il n'y a encore rien dans ce projet.</translation>
    </message>
    <message>
        <source>The cloud is away, and the versions are there.</source>
        <translation>Le cloud est absent, et les versions y sont.</translation>
    </message>
    <message>
        <source>Nothing of this project has been saved yet.</source>
        <translation>Rien de ce projet n'a encore été enregistré.</translation>
    </message>
    <message>
        <source>Exported as %1</source>
        <translation>Exporté sous %1</translation>
    </message>
    <message>
        <source>More was left behind: File &gt; Recover edits</source>
        <translation>Il en reste d’autres : Fichier &gt; Récupérer des modifications</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importé</translation>
    </message>
    <message numerus="yes">
        <source>Imported %1; %n clips are without their media.</source>
        <translation>
            <numerusform>%1 importé ; %n clip est sans son média.</numerusform>
            <numerusform>%1 importé ; %n clips sont sans leurs médias.</numerusform>
        </translation>
    </message>
    <message>
        <source>This version was not kept: %1 The edits are.</source>
        <translation>Cette version n’a pas été gardée : %1 Les modifications le sont.</translation>
    </message>
    <message>
        <source>Saved on this computer %1, sent when the cloud is back</source>
        <translation>Enregistré sur cet ordinateur %1, envoyé au retour du cloud</translation>
    </message>
    <message>
        <source>%1 edits this project. Ask for it, or save yours as a project of its own.</source>
        <translation>%1 modifie ce projet. Demandez-le, ou enregistrez le vôtre comme projet à part.</translation>
    </message>
    <message>
        <source>You are watching. Press Edit first.</source>
        <translation>Vous regardez. Appuyez d’abord sur Modifier.</translation>
    </message>
    <message>
        <source>Kept on this computer, not saved: %1 edits this project</source>
        <translation>Gardé sur cet ordinateur, pas enregistré : %1 modifie ce projet</translation>
    </message>
    <message>
        <source>Watching, as of %1</source>
        <translation>En spectateur, version de %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ProjectPresence</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::QueuePanel</name>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RecoveryDialog</name>
    <message>
        <source>Recover edits</source>
        <translation>Récupérer des modifications</translation>
    </message>
    <message>
        <source>Could not be restored. Last edit %1</source>
        <translation>Récupération impossible. Dernière modification %1</translation>
    </message>
    <message>
        <source>1 edit, never saved. %1</source>
        <translation>1 modification, jamais enregistrée. %1</translation>
    </message>
    <message>
        <source>%1 edits, never saved. Last one %2</source>
        <translation>%1 modifications, jamais enregistrées. Dernière %2</translation>
    </message>
    <message>
        <source>1 edit since the last save. %1</source>
        <translation>1 modification depuis le dernier enregistrement. %1</translation>
    </message>
    <message>
        <source>%1 edits since the last save. Last one %2</source>
        <translation>%1 modifications depuis le dernier enregistrement. Dernière %2</translation>
    </message>
    <message>
        <source>Open as it was saved</source>
        <translation>Ouvrir la version enregistrée</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Cutaway ended before this project was closed.</source>
        <translation>Cutaway s’est arrêté avant que ce projet soit fermé.</translation>
    </message>
    <message>
        <source>Cutaway ended before these projects were closed.</source>
        <translation>Cutaway s’est arrêté avant que ces projets soient fermés.</translation>
    </message>
    <message>
        <source>Projects with edits to recover</source>
        <translation>Projets avec des modifications à récupérer</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Projet %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Opened as it was saved, the edits are one step of undo away.</source>
        <translation>Depuis la version enregistrée, une seule annulation ramène les modifications.</translation>
    </message>
    <message>
        <source>Every edit comes back, and undo with it.</source>
        <translation>Toutes les modifications reviennent et peuvent encore être annulées.</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mettre de côté</translation>
    </message>
    <message>
        <source>Cutaway could not open it again. Opened as it was saved, its edits stay in a file.</source>
        <translation>Cutaway n’a pas pu le rouvrir. Si la version enregistrée est ouverte, les modifications restent dans un fichier.</translation>
    </message>
    <message>
        <source>Cutaway could not open it again. Put aside, its edits stay in a file and are not offered any more.</source>
        <translation>Cutaway n’a pas pu le rouvrir. Mises de côté, ses modifications restent dans un fichier et ne sont plus proposées.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RelinkDelegate</name>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::RelinkModel</name>
    <message>
        <source>its id</source>
        <translation>son identifiant</translation>
    </message>
    <message>
        <source>reel and timecode</source>
        <translation>bobine et timecode</translation>
    </message>
    <message>
        <source>name and timecode</source>
        <translation>nom et timecode</translation>
    </message>
    <message>
        <source>reel</source>
        <translation>bobine</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>timecode alone</source>
        <translation>timecode seul</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>aucun trouvé</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>choisir…</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Bobine</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvé par</translation>
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
        <translation>Ce qui n'est pas conservé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Piste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Ce qu'il en advient</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>approximated</source>
        <translation>approché</translation>
    </message>
    <message>
        <source>%1 kept, %2 approximated, %3 lost</source>
        <translation>%1 conservés, %2 approchés, %3 perdus</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopePanel</name>
    <message>
        <source>Scopes</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, not exact</source>
        <translation>%1, %2, non exact</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopeTree</name>
    <message>
        <source>Where to look</source>
        <translation>Où chercher</translation>
    </message>
    <message>
        <source>%1, events: %2</source>
        <translation>%1, épreuves : %2</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>All</source>
        <comment>short for everything</comment>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>My selects</source>
        <translation>Mes sélections</translation>
    </message>
    <message>
        <source>Selects</source>
        <translation>Sélections</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ScopeView</name>
    <message>
        <source>Scope</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Boxes: 75 % bars, small 100 %; BT.%1</source>
        <translation>Cadres : barres à 75 %, petits 100 % ; BT.%1</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Pas d’image</translation>
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
            <numerusform>Chutier %1, %n dedans</numerusform>
            <numerusform>Chutier %1, %n dedans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsPanel</name>
    <message>
        <source>Selects</source>
        <translation>Sélections</translation>
    </message>
    <message>
        <source>Nothing kept yet. Mark a part with I and O and press %1.</source>
        <translation>Rien de gardé encore. Marquez une partie avec I et O et appuyez sur %1.</translation>
    </message>
    <message>
        <source>Ranges you kept. Drag them to the timeline or into a bin, or string them all out.</source>
        <translation>Les plages gardées. Glissez-les sur la timeline ou dans un chutier, ou mettez-les bout à bout.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What to remember about it</source>
        <translation>Ce qu’il faut en retenir</translation>
    </message>
    <message>
        <source>New bin</source>
        <translation>Nouveau chutier</translation>
    </message>
    <message>
        <source>Nothing that was kept matches. Empty the search to see all.</source>
        <translation>Rien de ce qui est gardé ne correspond. Videz la recherche pour tout voir.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsRow</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SelectsTab</name>
    <message>
        <source>String out</source>
        <translation>Bout à bout</translation>
    </message>
    <message>
        <source>Lay what is shown, or what is chosen of it, one after another at the end of the sequence</source>
        <translation>Met ce qui est montré, ou ce qui en est choisi, bout à bout à la fin de la séquence</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the selects</source>
        <translation>Chercher dans les sélections</translation>
    </message>
    <message>
        <source>Least rating</source>
        <translation>Note minimale</translation>
    </message>
    <message>
        <source>Show only what is rated at least so well</source>
        <translation>Ne montrer que ce qui est au moins aussi bien noté</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SequenceDialog</name>
    <message>
        <source>Drop-frame timecode</source>
        <translation>Timecode drop-frame</translation>
    </message>
    <message>
        <source>Sequence settings</source>
        <translation>Réglages de la séquence</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>The first clip may change it to its own</source>
        <translation>Le premier clip peut la remplacer par la sienne</translation>
    </message>
    <message>
        <source>A sequence keeps the rate of its first clip.</source>
        <translation>Une séquence garde la cadence de son premier clip.</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Taille personnalisée</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Clips of another shape</source>
        <translation>Clips d’une autre forme</translation>
    </message>
    <message>
        <source>Fit: show all of them</source>
        <translation>Adapter : tout montrer</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Remplir le cadre</translation>
    </message>
    <message>
        <source>Each clip can say otherwise in the Inspector</source>
        <translation>Chaque clip peut en décider autrement dans l’inspecteur</translation>
    </message>
    <message>
        <source>Start timecode</source>
        <translation>Timecode de départ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Type where the timecode starts, such as 01:00:00:00.</source>
        <translation>Indiquez où commence le timecode, par exemple 01:00:00:00.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
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
        <translation>Taille du texte</translation>
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
        <source>As this computer</source>
        <translation>Comme cet ordinateur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Text size, language and picture take full effect when Cutaway starts again.</source>
        <translation>La taille du texte, la langue et l'image prennent tout leur effet au prochain démarrage de Cutaway.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SoundDesk</name>
    <message>
        <source>Sounds of the angle</source>
        <translation>Sons de l’angle</translation>
    </message>
    <message>
        <source>Hear all of them on both sides</source>
        <translation>Les entendre tous des deux côtés</translation>
    </message>
    <message>
        <source>For listening only: what is cut and delivered stays as it is.</source>
        <translation>Pour l’écoute seulement : le montage et la livraison restent inchangés.</translation>
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
        <translation>G</translation>
    </message>
    <message>
        <source>R</source>
        <translation>D</translation>
    </message>
    <message>
        <source>L+R</source>
        <translation>G+D</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Couper %1</translation>
    </message>
    <message>
        <source>Hear only %1</source>
        <translation>N’entendre que %1</translation>
    </message>
    <message>
        <source>%1 on the left</source>
        <translation>%1 à gauche</translation>
    </message>
    <message>
        <source>%1 on both sides; a pair as it is</source>
        <translation>%1 des deux côtés ; une paire telle quelle</translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation>%1 à droite</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SoundDialog</name>
    <message>
        <source>middle</source>
        <translation>centre</translation>
    </message>
    <message>
        <source>L %1</source>
        <translation>G %1</translation>
    </message>
    <message>
        <source>R %1</source>
        <translation>D %1</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Panoramique</translation>
    </message>
    <message>
        <source>From L 100 to R 100. The other side is turned down.</source>
        <translation>De G 100 à D 100. L’autre côté est baissé.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Remove the keyframes of the gain</source>
        <translation>Retirer les images clés du gain</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Canal %1</translation>
    </message>
    <message>
        <source>Both channels</source>
        <translation>Les deux canaux</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SourceViewer</name>
    <message>
        <source>No angle is open</source>
        <translation>Aucun angle n'est ouvert</translation>
    </message>
    <message>
        <source>Choose an event in Browse and press Enter.</source>
        <translation>Choisissez une épreuve au dérushage et appuyez sur Entrée.</translation>
    </message>
    <message>
        <source>No pictures of this event</source>
        <translation>Pas d'images de cette épreuve</translation>
    </message>
    <message>
        <source>The pictures are on their way</source>
        <translation>Les images arrivent</translation>
    </message>
    <message>
        <source>Nothing was recorded here, or not yet.</source>
        <translation>Rien n'a été enregistré ici, ou pas encore.</translation>
    </message>
    <message>
        <source>They are being brought in. They open here as soon as they can play.</source>
        <translation>Elles sont en cours d'arrivée et s'ouvriront ici dès qu'elles pourront être lues.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Ouverture de %1</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Pas encore d'image</translation>
    </message>
    <message>
        <source>%1 has only just begun.</source>
        <translation>%1 vient de commencer.</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 n'a pas pu être ouvert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Add a mark</source>
        <translation>Ajouter un repère</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>Que se passe-t-il ici ?</translation>
    </message>
    <message>
        <source>Marked “%1”</source>
        <translation>Repère « %1 » ajouté</translation>
    </message>
    <message>
        <source>The cloud is away. Marks can be added when it is back.</source>
        <translation>Le cloud est absent. On pourra ajouter des repères à son retour.</translation>
    </message>
    <message>
        <source>This angle is not live: all of it is here.</source>
        <translation>Cet angle n’est pas en direct : il est là en entier.</translation>
    </message>
    <message>
        <source>There is no sound here.</source>
        <translation>Il n’y a pas de son ici.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::SpeedDialog</name>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>À l’envers</translation>
    </message>
    <message>
        <source>Keep the length of the clip</source>
        <translation>Garder la durée du clip</translation>
    </message>
    <message>
        <source>Speed in percent</source>
        <translation>Vitesse en pour cent</translation>
    </message>
    <message>
        <source>Such as 50, 33 1/3 or 200.</source>
        <translation>Par exemple 50, 33 1/3 ou 200.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>The clip shows another part in the same time, and nothing else moves.</source>
        <translation>Le clip montre une autre partie dans le même temps, et rien d’autre ne bouge.</translation>
    </message>
    <message>
        <source>Speed %</source>
        <translation>Vitesse %</translation>
    </message>
    <message>
        <source>several</source>
        <translation>plusieurs</translation>
    </message>
    <message>
        <source>Sound is silent above 800 %.</source>
        <translation>Au-delà de 800 %, le son est muet.</translation>
    </message>
    <message>
        <source>Sound changes its pitch with the speed.</source>
        <translation>La hauteur du son change avec la vitesse.</translation>
    </message>
    <message>
        <source>Type a speed in percent, such as 50, 33 1/3 or 200.</source>
        <translation>Saisissez une vitesse en pour cent, comme 50, 33 1/3 ou 200.</translation>
    </message>
    <message>
        <source>A picture is held with Freeze frame.</source>
        <translation>Une image se fige avec « Arrêt sur image ».</translation>
    </message>
    <message>
        <source>Type how long the clip is to be, such as 00:00:04:00.</source>
        <translation>Saisissez la durée voulue du clip, comme 00:00:04:00.</translation>
    </message>
    <message>
        <source>A speed lies between 1 % and 10,000 %.</source>
        <translation>Une vitesse est comprise entre 1 % et 10 000 %.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::StatusLine</name>
    <message>
        <source>Last action</source>
        <translation>Dernière action</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 sautées</translation>
    </message>
    <message>
        <source>%1 not reachable since %2</source>
        <translation>%1 injoignable depuis %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TakeOutbox</name>
    <message>
        <source>The take is kept at %1, but not noted for sending: %2</source>
        <translation>La prise est conservée dans %1, mais pas notée pour l’envoi : %2</translation>
    </message>
    <message>
        <source>%1 waits on this computer: %2</source>
        <translation>%1 attend sur cet ordinateur : %2</translation>
    </message>
    <message>
        <source>The cloud could not take in %1. It stays on this computer.</source>
        <translation>Le cloud n’a pas pu intégrer %1. La prise reste sur cet ordinateur.</translation>
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
        <translation>Cliquez et tapez des chiffres : 1423 est 00:00:14:23, +12 avance de douze images.</translation>
    </message>
    <message>
        <source>DF</source>
        <translation>DF</translation>
    </message>
    <message>
        <source>Copy timecode</source>
        <translation>Copier le timecode</translation>
    </message>
    <message>
        <source>Copy frame number</source>
        <translation>Copier le numéro d'image</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TimelineView</name>
    <message>
        <source>%1 is locked. Unlock it to edit it.</source>
        <translation>%1 est verrouillée. Déverrouillez-la pour la modifier.</translation>
    </message>
    <message>
        <source>end of the picture</source>
        <translation>fin de l'image</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Appuyez sur</translation>
    </message>
    <message>
        <source>to insert the marked part</source>
        <translation>pour insérer la partie marquée</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>The sequence: picture tracks over sound tracks.</source>
        <translation>La séquence: pistes image au-dessus des pistes son.</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>Défiler dans le temps</translation>
    </message>
    <message>
        <source>Scroll over the tracks</source>
        <translation>Défiler sur les pistes</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TokenKeeper</name>
    <message>
        <source>There is no keychain here: the token is kept in %1, which only you can read.</source>
        <translation>Il n'y a pas de trousseau ici : le jeton est gardé dans %1, que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>The token is remembered until Cutaway ends: there is no keychain (%1), and %2 cannot be written (%3).</source>
        <translation>Le jeton est retenu jusqu'à la fin de Cutaway : il n'y a pas de trousseau (%1) et %2 ne peut pas être écrit (%3).</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>il ne répond pas</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1 s: the token is kept in %2, which only you can read.</source>
        <translation>Le trousseau n'a pas répondu en %1 s : le jeton est gardé dans %2, que vous seul pouvez lire.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TopBar</name>
    <message>
        <source>Link</source>
        <translation>Liaison</translation>
    </message>
    <message>
        <source>What comes over the link now</source>
        <translation>Ce qui passe par la liaison maintenant</translation>
    </message>
    <message>
        <source>No cloud</source>
        <translation>Pas de cloud</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non identifié</translation>
    </message>
    <message>
        <source>did not start</source>
        <translation>non démarré</translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <translation>Cloud : %1</translation>
    </message>
    <message>
        <source>Choose the cloud that this window works with</source>
        <translation>Choisir le cloud avec lequel cette fenêtre travaille</translation>
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
        <translation>Livraison %1 %</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 tâche</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 tâches</translation>
    </message>
    <message>
        <source>Jobs: %1</source>
        <translation>Tâches : %1</translation>
    </message>
    <message>
        <source>Work under way: %1. Opens Deliver.</source>
        <translation>Travail en cours : %1. Ouvre la livraison.</translation>
    </message>
    <message>
        <source>On this project: %1</source>
        <translation>Sur ce projet : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n non accepté</numerusform>
            <numerusform>%n non acceptés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <translation>
            <numerusform>%n pas encore envoyé</numerusform>
            <numerusform>%n pas encore envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>The cloud did not take it. Opens Deliver, where it says why.</source>
        <translation>Le cloud ne l’a pas accepté. Ouvre Livrer, où la raison est dite.</translation>
    </message>
    <message>
        <source>Kept on this computer and sent when the cloud is back. Opens Deliver.</source>
        <translation>Gardé sur cet ordinateur et envoyé au retour du cloud. Ouvre Livrer.</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Boîte d’envoi : %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TracksDialog</name>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove track</source>
        <translation>Supprimer la piste</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>Sync lock</source>
        <translation>Verrou de synchro</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Add picture track</source>
        <translation>Ajouter une piste image</translation>
    </message>
    <message>
        <source>Add sound track</source>
        <translation>Ajouter une piste son</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TrimMonitor</name>
    <message>
        <source>Last frame of %1, %2</source>
        <translation>Dernière image de %1, %2</translation>
    </message>
    <message>
        <source>Nothing before the edit</source>
        <translation>Rien avant le point de montage</translation>
    </message>
    <message>
        <source>Nothing after the edit</source>
        <translation>Rien après le point de montage</translation>
    </message>
    <message>
        <source>First frame of %1, %2</source>
        <translation>Première image de %1, %2</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::TrimPlay</name>
    <message>
        <source>The media is not reachable now. Trim by number, or try again later.</source>
        <translation>Les médias ne sont pas accessibles pour l’instant. Ajustez par nombre, ou réessayez plus tard.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VersionsDialog</name>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>rogné</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changé</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Revenir à cette version</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versions de %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>What happened since</source>
        <translation>Ce qui s'est passé depuis</translation>
    </message>
    <message>
        <source>Reading the version …</source>
        <translation>Lecture de la version …</translation>
    </message>
    <message>
        <source>This is what is on the timeline now.</source>
        <translation>C'est ce qui est sur la timeline maintenant.</translation>
    </message>
    <message>
        <source>From this version until now:</source>
        <translation>De cette version à maintenant:</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VideoView</name>
    <message>
        <source>not exact</source>
        <translation>inexact</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::ViewerPanel</name>
    <message>
        <source>Source viewer</source>
        <translation>Moniteur source</translation>
    </message>
    <message>
        <source>Programme viewer</source>
        <translation>Moniteur programme</translation>
    </message>
    <message>
        <source>Picture size and range</source>
        <translation>Taille et dynamique de l'image</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Angle %1, %2</source>
        <translation>Angle %1, %2</translation>
    </message>
    <message>
        <source>The same instant from angle %1 (key %1)</source>
        <translation>Le même instant vu de l'angle %1 (touche %1)</translation>
    </message>
    <message>
        <source>Angle %1 is not there yet</source>
        <translation>L'angle %1 n'est pas encore là</translation>
    </message>
    <message>
        <source>Duration of the marked part</source>
        <translation>Durée de la partie marquée</translation>
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
        <translation>Timecode de l’angle</translation>
    </message>
    <message>
        <source>Timecode of the angle: %1</source>
        <translation>Timecode de l’angle : %1</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VoiceDialog</name>
    <message>
        <source>Voice-over</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>What plays before it is recorded.</source>
        <translation>Ce qui est lu avant l’enregistrement.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>How long the way from the microphone takes. A take that lands late needs more.</source>
        <translation>Durée du trajet depuis le micro. Une prise qui arrive trop tard en demande davantage.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Piste</translation>
    </message>
    <message>
        <source>Pre-roll</source>
        <translation>Pré-roll</translation>
    </message>
    <message>
        <source>Delay of the device</source>
        <translation>Retard de l’appareil</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Records from the playhead on, or between In and Out.</source>
        <translation>Enregistre à partir de la tête de lecture, ou entre In et Out.</translation>
    </message>
    <message>
        <source>Somebody else edits this project: a take would have no place in it.</source>
        <translation>Quelqu'un d'autre monte ce projet : une prise n'y aurait pas de place.</translation>
    </message>
    <message>
        <source>There is no sound track that is not locked.</source>
        <translation>Aucune piste son n’est déverrouillée.</translation>
    </message>
    <message>
        <source>Voice-over %1</source>
        <translation>Commentaire %1</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Get ready…</source>
        <translation>Préparez-vous…</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>The take is kept, but not in the sequence.</source>
        <translation>La prise est conservée, mais pas dans la séquence.</translation>
    </message>
    <message>
        <source> A delay of %1 ms was taken off.</source>
        <translation> Un retard de %1 ms a été retiré.</translation>
    </message>
    <message>
        <source>The microphone has gone. %1 lies where it was spoken, as far as it came.</source>
        <translation>Le micro a disparu. %1 se trouve là où il a été dit, jusqu’où il est arrivé.</translation>
    </message>
    <message>
        <source>%1 lies where it was spoken.</source>
        <translation>%1 se trouve là où il a été dit.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::VoiceRecorder</name>
    <message>
        <source>There is nothing to speak to at the playhead. Go back into the sequence.</source>
        <translation>Il n’y a rien à commenter à la tête de lecture. Revenez dans la séquence.</translation>
    </message>
    <message>
        <source>The microphone has gone. Nothing was recorded.</source>
        <translation>Le micro a disparu. Rien n’a été enregistré.</translation>
    </message>
</context>
<context>
    <name>cutaway::ui::WaitingCard</name>
    <message>
        <source>%1, saved version</source>
        <translation>%1, version enregistrée</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Ask the cloud at once</source>
        <translation>Demander au cloud tout de suite</translation>
    </message>
    <message>
        <source>Save as a copy</source>
        <translation>Enregistrer comme copie</translation>
    </message>
    <message>
        <source>It becomes the first version of another project</source>
        <translation>Elle devient la première version d’un autre projet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take it from the list; the cut is untouched</source>
        <translation>Le retirer de la liste ; le montage reste intact</translation>
    </message>
    <message>
        <source>It is not sent; the cut is untouched</source>
        <translation>Il n’est pas envoyé ; le montage reste intact</translation>
    </message>
</context>
</TS>
