package zhangfa.mining.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.Transition;

/**
 * A process with all that decides how it goes. What is left out of it takes no time.
 *
 * @param net what can happen; what is chosen at one place should not depend on tokens elsewhere, as in trees and in BPMN
 *     read by {@link zhangfa.mining.bpmn.BpmnModel#readAsDrawn}, since nobody waits before choosing
 * @param weights how likely a transition fires, by its id, beside the others that can; 1 where it is not named
 * @param works what an activity takes; one that is not named takes no time and nobody
 * @param people everybody who is named in the works
 */
public record Scenario(
        PetriNet net, Map<String, Double> weights, Map<String, Work> works, List<Person> people, Arrivals arrivals) {

    /** @throws IllegalArgumentException when something is named that is not there, or a weight is no weight */
    public Scenario {
        weights = Map.copyOf(weights);
        works = Map.copyOf(works);
        people = List.copyOf(people);
        var transitions = net.transitions().stream().map(Transition::id).collect(Collectors.toSet());
        weights.forEach((id, weight) -> {
            check(transitions.contains(id), "The net has no transition " + id);
            check(weight >= 0 && weight < Double.POSITIVE_INFINITY, "%s weighs %s".formatted(id, weight));
        });
        var activities = new HashSet<>(net.activities());
        var names = people.stream().map(Person::name).collect(Collectors.toSet());
        check(names.size() == people.size(), "Two people have one name");
        works.forEach((activity, work) -> {
            check(activities.contains(activity), "The net has no activity " + activity);
            work.people().forEach(name -> check(names.contains(name), "Nobody is called " + name));
        });
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public Scenario withWork(String activity, Work work) {
        var all = new TreeMap<>(works);
        all.put(activity, work);
        return new Scenario(net, weights, all, people, arrivals);
    }

    public Scenario withWeight(String transition, double weight) {
        var all = new TreeMap<>(weights);
        all.put(transition, weight);
        return new Scenario(net, all, works, people, arrivals);
    }

    public Scenario withArrivals(Arrivals instead) {
        return new Scenario(net, weights, works, people, instead);
    }

    /** With somebody who may do what another one does, in the same shifts. */
    public Scenario withOneMoreLike(String name, String called) {
        var all = new ArrayList<>(people);
        all.add(new Person(called, person(name).shifts()));
        var shared = new TreeMap<>(works);
        shared.replaceAll((activity, work) -> work.people().contains(name) ? joined(work, called) : work);
        return new Scenario(net, weights, shared, all, arrivals);
    }

    private static Work joined(Work work, String called) {
        var everybody = new HashSet<>(work.people());
        everybody.add(called);
        return new Work(work.duration(), everybody);
    }

    private Person person(String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
    }
}
