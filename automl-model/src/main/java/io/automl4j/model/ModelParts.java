package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.NeighboursModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an {@link AutoModel} consists of.
 *
 * @param task what is predicted
 * @param schema all columns of the training table, with roles
 * @param encoders the encoders of all members
 * @param members the members of the ensemble; their weights sum to 1
 * @param processing what is made of the mean of the members
 * @param front what other ensembles there are
 * @param others the members that only they have, of weight 0
 * @param report how the model came about
 */
public record ModelParts(
        Task task,
        Schema schema,
        List<FittedEncoder> encoders,
        List<Member> members,
        PostProcessing processing,
        Front front,
        List<Member> others,
        FittedReport report) {
    /** How far a sum of weights may be from 1. */
    static final double ROUNDING = 1e-6;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no member, the weights do not sum to 1, a model predicts another
     *     number of values than the task has or names an encoder that is not there, or a point of the front names a
     *     member that is not there
     */
    public ModelParts {
        requireNonNull(task, "task");
        requireNonNull(schema, "schema");
        requireNonNull(report, "report");
        processing.checkFits(task);
        encoders = List.copyOf(encoders);
        front = requireNonNull(front, "front").against(report.prior());
        members = List.copyOf(members);
        others = List.copyOf(others);
        double weights = members.stream().mapToDouble(Member::weight).sum();
        Checks.argument(Math.abs(weights - 1) <= ROUNDING, "The weights of the members sum to %s, not to 1.", weights);
        Map<String, ColumnSchema> features = schema.allWithRole(Role.FEATURE).stream()
                .collect(Collectors.toMap(ColumnSchema::name, Function.identity()));
        for (int i = 0; i < encoders.size(); i++) {
            Checks.argument(
                    encoders.get(i).reads(features), "The columns of encoder %d are not those of the schema.", i);
        }
        Set<Long> known = new HashSet<>();
        for (Member member : all(members, others)) {
            Checks.argument(known.add(member.trial()), "Trial %d is a member twice.", member.trial());
            for (FoldModel fold : member.folds()) {
                check(member, fold, encoders, task);
            }
        }
        processing.checkStacks(members.stream().map(Member::trial).collect(Collectors.toSet()));
        for (OperatingPoint point : front.points()) {
            point.processing().checkFits(task);
            point.processing().checkStacks(point.shares().keySet());
            Checks.argument(
                    known.containsAll(point.shares().keySet()),
                    "The front names members %s, but there are only %s.",
                    point.shares().keySet(),
                    known);
        }
    }

    /**
     * A model that is what it is.
     *
     * @param task what is predicted
     * @param schema all columns of the training table, with roles
     * @param encoders the encoders of all members
     * @param members the members of the ensemble; their weights sum to 1
     * @param report how the model came about
     * @return the parts, without a front
     */
    public static ModelParts of(
            Task task, Schema schema, List<FittedEncoder> encoders, List<Member> members, FittedReport report) {
        return new ModelParts(task, schema, encoders, members, PostProcessing.NONE, Front.NONE, List.of(), report);
    }

    /** The columns that encoders read: no others need be there at prediction. */
    Schema neededColumns() {
        Set<String> names = new HashSet<>();
        encoders.forEach(encoder -> names.addAll(encoder.columns()));
        return schema.withColumns(schema.columns().stream()
                .filter(column -> column.role() == Role.FEATURE && names.contains(column.name()))
                .toList());
    }

    /** All members, of the ensemble first. */
    List<Member> everyMember() {
        return all(members, others);
    }

    /** How many models of folds are asked by all ensembles together, the model itself included. */
    long foldsOfEnsembles() {
        Map<Long, Integer> folds = everyMember().stream()
                .collect(
                        Collectors.toMap(Member::trial, member -> member.folds().size()));
        long ofModel =
                members.stream().mapToLong(member -> member.folds().size()).sum();
        return ofModel
                + front.points().stream()
                        .flatMap(point -> point.shares().keySet().stream())
                        .mapToLong(folds::get)
                        .sum();
    }

    private static List<Member> all(List<Member> members, List<Member> others) {
        return Stream.concat(members.stream(), others.stream()).toList();
    }

    private static void check(Member member, FoldModel fold, List<FittedEncoder> encoders, Task task) {
        Checks.argument(
                fold.encoder() >= 0 && fold.encoder() < encoders.size(),
                "Member %d (%s) names encoder %d of %d.",
                member.trial(),
                member.learner(),
                fold.encoder(),
                encoders.size());
        int width = encoders.get(fold.encoder()).features().size();
        Checks.argument(
                fold.model().fits(width),
                "Member %d (%s) does not read the %d columns of encoder %d.",
                member.trial(),
                member.learner(),
                width,
                fold.encoder());
        Checks.argument(
                fold.model().outputs() == task.outputs(),
                "Member %d (%s) predicts %d values, the task has %d.",
                member.trial(),
                member.learner(),
                fold.model().outputs(),
                task.outputs());
    }

    /** Whether rows of the training table can be read from the models. */
    boolean containsTrainingRows() {
        return everyMember().stream()
                .flatMap(member -> member.folds().stream())
                .anyMatch(fold -> fold.model() instanceof NeighboursModel);
    }

    /** The parts of one member, with the encoders that it uses. */
    ModelParts only(long trial) {
        Member member = members.stream()
                .filter(candidate -> candidate.trial() == trial)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Trial %d is no member of the model.%nMaybe one of %s."
                        .formatted(trial, members.stream().map(Member::trial).toList())));
        return of(used(List.of(member.withWeight(1))), PostProcessing.NONE, Front.NONE, report.only(trial));
    }

    /**
     * The same model with what was measured of its front.
     *
     * @param measured the same ensembles
     * @return a copy
     */
    public ModelParts with(Front measured) {
        return new ModelParts(task, schema, encoders, members, processing, measured, others, report);
    }

    /**
     * The same model with something else made of its members' mean.
     *
     * @param other what is made of it
     * @return a copy, whose front stays as it is
     */
    public ModelParts with(PostProcessing other) {
        return new ModelParts(task, schema, encoders, members, other, front, others, report);
    }

    /**
     * The same model with another report.
     *
     * @param other how the model came about
     * @return a copy
     */
    public ModelParts with(FittedReport other) {
        return new ModelParts(task, schema, encoders, members, processing, front, others, other);
    }

    /** The same model with other classes for its probabilities. */
    ModelParts deciding(Decision decision) {
        requireClasses();
        return processing(each -> each.deciding(decision));
    }

    /** The same model with those classes that are best in a metric. */
    ModelParts decidingFor(String metric) {
        requireClasses();
        return processing(each -> each.deciding(each.best(metric)));
    }

    private void requireClasses() {
        Checks.argument(
                task.type().isClassification(),
                "The model predicts '%s', which are numbers: there are no classes to decide between.%nMaybe fit a classifier.",
                task.target());
    }

    private ModelParts processing(UnaryOperator<PostProcessing> change) {
        List<OperatingPoint> points = front.points().stream()
                .map(point -> point.with(change.apply(point.processing())))
                .toList();
        return with(change.apply(processing)).with(new Front(points));
    }

    /**
     * The same model with another warning in its report.
     *
     * @param warning what was noticed
     * @return a copy
     */
    public ModelParts warned(DataWarning warning) {
        return with(report.warned(warning));
    }

    /**
     * The same model, used as another ensemble of its front.
     *
     * @param point one of the front
     * @return a copy
     */
    public ModelParts choosing(OperatingPoint point) {
        OperatingPoint own = own(point);
        List<Member> rest = everyMember().stream()
                .filter(member -> !own.shares().containsKey(member.trial()))
                .map(member -> member.withWeight(0))
                .toList();
        return new ModelParts(task, schema, encoders, weighted(own), own.processing(), front, rest, reportOf(own));
    }

    /**
     * The same model that offers some of its ensembles alone; members that no ensemble has any more are gone.
     *
     * @param points some of the front
     * @return a copy
     */
    public ModelParts offering(List<OperatingPoint> points) {
        Set<Long> wanted = new HashSet<>();
        members.forEach(member -> wanted.add(member.trial()));
        points.forEach(point -> wanted.addAll(point.shares().keySet()));
        Chosen left = used(everyMember().stream()
                .filter(member -> wanted.contains(member.trial()))
                .toList());
        int own = members.size();
        return new ModelParts(
                task,
                schema,
                left.encoders(),
                left.members().subList(0, own),
                processing,
                new Front(points),
                left.members().subList(own, left.members().size()),
                report);
    }

    /** What is known of an ensemble of the front; the one that the model is has the model's own report. */
    private FittedReport reportOf(OperatingPoint point) {
        Map<Long, Double> own = members.stream().collect(Collectors.toMap(Member::trial, Member::weight));
        return own.equals(point.shares()) ? report : report.at(point);
    }

    /** The ensemble of the front that is asked for, perhaps by the same model with other decisions. */
    private OperatingPoint own(OperatingPoint point) {
        Decision decision = point.processing().decision();
        return front.points().stream()
                .filter(each -> each.with(each.processing().deciding(decision)).equals(point))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The front has no ensemble of %s.%nMaybe take one of model.front().points()."
                                .formatted(point.shares())));
    }

    /** The members of an ensemble of the front, with their weights in it. */
    private List<Member> weighted(OperatingPoint point) {
        Map<Long, Member> byTrial =
                everyMember().stream().collect(Collectors.toMap(Member::trial, Function.identity()));
        return point.shares().entrySet().stream()
                .map(share ->
                        Objects.requireNonNull(byTrial.get(share.getKey())).withWeight(share.getValue()))
                .toList();
    }

    /** The parts of one ensemble of the front. */
    ModelParts at(OperatingPoint point) {
        OperatingPoint own = own(point);
        return of(chosen(own), own.processing(), new Front(List.of(own)), reportOf(own));
    }

    /** The members of an ensemble of the front, with the encoders that they use. */
    Chosen chosen(OperatingPoint point) {
        return used(weighted(point));
    }

    /** Members and the encoders that they use, which they name by their place here. */
    record Chosen(List<FittedEncoder> encoders, List<Member> members) {}

    private Chosen used(List<Member> some) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<Member> renumbered = new ArrayList<>();
        for (Member member : some) {
            List<FoldModel> folds = member.folds().stream()
                    .map(fold -> new FoldModel(
                            places.computeIfAbsent(fold.encoder(), unused -> places.size()), fold.model()))
                    .toList();
            renumbered.add(new Member(member.trial(), member.learner(), member.weight(), folds));
        }
        return new Chosen(places.keySet().stream().map(encoders::get).toList(), renumbered);
    }

    private ModelParts of(Chosen chosen, PostProcessing processed, Front left, FittedReport known) {
        return new ModelParts(task, schema, chosen.encoders(), chosen.members(), processed, left, List.of(), known);
    }
}
