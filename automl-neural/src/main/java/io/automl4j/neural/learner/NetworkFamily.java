package io.automl4j.neural.learner;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.model.network.Body;
import io.automl4j.model.network.LayerShape;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.ResNet;
import java.util.Locale;

/** Families of networks, by what lies between inputs and head. */
enum NetworkFamily {
    /** Layers one after another. */
    MLP {
        @Override
        void addTo(SearchSpace.Builder space) {
            space.integer("layers", 1, 6, 3);
            space.logInteger("width", 16, 512, 256);
            space.choice("shape", NetworkSpaces.names(LayerShape.values()));
            space.logReal("learning_rate", 4e-3, 0.4, 0.04);
        }

        @Override
        Body body(Configuration configuration, InputColumns columns, int outputs) {
            LayerShape shape = NetworkSpaces.constant(LayerShape.class, configuration, "shape");
            int inputs = columns.numbers().size()
                    + columns.flags().size()
                    + columns.embeddings().size();
            return new Mlp(
                    shape.widths(inputs, outputs, configuration.integer("width"), configuration.integer("layers")),
                    NetworkSpaces.style(this, configuration));
        }

        @Override
        double products(Configuration configuration, double inputs) {
            double width = configuration.integer("width");
            return width * (inputs + (configuration.integer("layers") - 1) * width);
        }

        @Override
        double units(Configuration configuration) {
            return configuration.integer("layers") * configuration.integer("width");
        }
    },
    /** Residual blocks. */
    RESNET {
        @Override
        void addTo(SearchSpace.Builder space) {
            space.integer("blocks", 1, 4, 2);
            space.logInteger("width", 32, 256, 128);
            space.real("expansion", 1, 3, 2);
            space.real("residual_dropout", 0, 0.4, 0);
            space.logReal("learning_rate", 1e-4, 1e-2, 1e-3);
        }

        @Override
        Body body(Configuration configuration, InputColumns columns, int outputs) {
            return new ResNet(
                    configuration.integer("width"),
                    configuration.integer("blocks"),
                    configuration.real("expansion"),
                    (float) configuration.real("residual_dropout"),
                    NetworkSpaces.style(this, configuration));
        }

        @Override
        double products(Configuration configuration, double inputs) {
            double width = configuration.integer("width");
            double block = 2 * width * width * configuration.real("expansion");
            return width * inputs + configuration.integer("blocks") * block;
        }

        @Override
        double units(Configuration configuration) {
            double block = configuration.integer("width") * (2 + configuration.real("expansion"));
            return configuration.integer("blocks") * block;
        }
    };

    /** The name of the learner. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether weights are in the neural-tangent parametrisation, and what comes in is scaled, as RealMLP does. */
    boolean isTangent() {
        return this == MLP;
    }

    /** Adds the parameters that only this family has. */
    abstract void addTo(SearchSpace.Builder space);

    /** What lies between inputs and head. */
    abstract Body body(Configuration configuration, InputColumns columns, int outputs);

    /** Values of hidden layers for a row. */
    abstract double units(Configuration configuration);

    /** Products of a row on its way forward. */
    abstract double products(Configuration configuration, double inputs);
}
