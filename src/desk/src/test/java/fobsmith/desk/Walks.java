package fobsmith.desk;

import fobsmith.desk.demo.DemoPictures;
import fobsmith.desk.giveback.GivebackPictures;
import fobsmith.desk.hardware.HardwarePictures;
import fobsmith.desk.lost.LostPictures;
import fobsmith.desk.person.PersonPictures;
import fobsmith.desk.resync.ResyncPictures;
import fobsmith.desk.stock.StockPictures;
import fobsmith.desk.virtual.VirtualPictures;
import fobsmith.desk.whose.WhosePictures;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Ways through every flow, past all that is worth a look. */
final class Walks {
    static final Map<String, Consumer<Album>> ALL = new TreeMap<>(Map.of(
            "shell", ShellPictures::take,
            "hardware", HardwarePictures::take,
            "virtual", VirtualPictures::take,
            "resync", ResyncPictures::take,
            "lost", LostPictures::take,
            "giveback", GivebackPictures::take,
            "whose", WhosePictures::take,
            "person", PersonPictures::take,
            "stock", StockPictures::take,
            "demo", DemoPictures::take));

    private Walks() {}
}
