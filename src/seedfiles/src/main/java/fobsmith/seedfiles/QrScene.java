package fobsmith.seedfiles;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Several QR codes in one picture. */
final class QrScene {
    private QrScene() {}

    /** The texts of the codes that are found, in no particular order; none where the search for several finds nothing. */
    static List<String> read(BufferedImage image) {
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new ImageLuminance(image)));
            var found = new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true));
            return Stream.of(found).map(Result::getText).distinct().toList();
        } catch (NotFoundException _) {
            return List.of();
        }
    }
}
