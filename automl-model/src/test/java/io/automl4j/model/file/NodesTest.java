package io.automl4j.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.ModelFileException;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.PriorModel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NodesTest {

    /** A node of all types and of the values that are easily lost. */
    static Node everything() {
        return new Node()
                .put("text", "grün \uD83D\uDE00 \uD800 \" \\ \n \u0000")
                .put("empty", "")
                .put("long", Long.MIN_VALUE)
                .put("int", 7)
                .put("real", -0.0)
                .put("nan", Double.NaN)
                .put("infinite", Double.NEGATIVE_INFINITY)
                .put("tiny", Double.MIN_VALUE)
                .put("whole", 3.0)
                .put("yes", true)
                .put("no", false)
                .put("texts", List.of("a", "", "c"))
                .put("none", List.of())
                .put("nodes", List.of(new Node().put("x", 1), new Node()))
                .put("node", new Node().put("inner", new Node().put("deep", new int[] {1})))
                .put("floats", new float[] {Float.NaN, -0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY})
                .put("doubles", new double[] {Double.NaN, -0.0, Math.PI})
                .put("ints", new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE})
                .put("longs", new long[] {Long.MIN_VALUE, Long.MAX_VALUE})
                .put("nothing", new float[0]);
    }

    @Test
    void everythingComesBackBitByBit() {
        byte[] bytes = Nodes.toBytes(everything());
        Node back = Nodes.fromBytes(ByteBuffer.wrap(bytes));
        assertThat(Nodes.toBytes(back)).isEqualTo(bytes);
        assertThat(back.text("text")).isEqualTo(everything().text("text"));
        assertThat(back.real("nan")).isNaN();
        assertThat(1 / back.real("real")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(back.integer64("long")).isEqualTo(Long.MIN_VALUE);
        assertThat(back.flag("yes")).isTrue();
        assertThat(back.texts("texts")).containsExactly("a", "", "c");
        assertThat(back.nodes("nodes")).hasSize(2);
        assertThat(back.ints("ints")).containsExactly(Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        assertThat(back.longs("longs")).containsExactly(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(back.doubles("doubles")[2]).isEqualTo(Math.PI);
    }

    @Test
    void modelsComeBackFromBlocks() {
        Model model = PriorModel.of(0.25f, 0.75f);
        Model back = ModelCodec.fromBlock(ModelCodec.toBlock(model));
        assertThat(ModelCodec.toBlock(back).buffer())
                .isEqualTo(ModelCodec.toBlock(model).buffer());
    }

    @Test
    void everyShorterPartIsRefused() {
        byte[] bytes = Nodes.toBytes(everything());
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Nodes.fromBytes(ByteBuffer.wrap(part))).isInstanceOf(ModelFileException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> Nodes.fromBytes(ByteBuffer.wrap(longer)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void changedBytesAreRefusedOrReadAsOtherValues() {
        byte[] bytes = Nodes.toBytes(everything());
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Nodes.fromBytes(ByteBuffer.wrap(changed));
            } catch (ModelFileException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatNoFileCanHoldIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nodes.toBytes(new Node().put("odd", 'c')))
                .withMessageContaining("'odd'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nodes.toBytes(new Node().put("mixed", List.of("a", new Node()))))
                .withMessageContaining("'mixed'");
    }

    @Test
    void nodesNestedTooDeepAreRefused() {
        Node node = new Node();
        for (int depth = 0; depth < 100; depth++) {
            node = new Node().put("in", node);
        }
        byte[] bytes = Nodes.toBytes(node);
        assertThatThrownBy(() -> Nodes.fromBytes(ByteBuffer.wrap(bytes)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("levels");
    }

    @Test
    void whatIsNoJsonOfOursIsRefused() {
        for (String json : List.of("", "{", "{\"x\": {\"$real\": \"much\"}}", "{\"x\": {\"$other\": 1}}")) {
            assertThatThrownBy(() -> Nodes.fromJson(json))
                    .as(json)
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("no JSON of ours");
        }
    }
}
